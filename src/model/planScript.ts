import type { LicenseAssignmentRequest } from '@/api/schema';
import { type Change, pairKey } from './plan';
import { CHECKING } from './planScriptChecks';
import type { StagedChange } from './stages';

export interface PlanScript {
  /** Where the service answers, such as https://api.mypurecloud.com */
  readonly apiUrl: string;
  readonly organization: string;
  /** The bodies of the requests, in the order in which they must be sent. */
  readonly requests: readonly (readonly LicenseAssignmentRequest[])[];
  /** Keys of the changes that later ones need. Without it nothing is read back. */
  readonly needed?: ReadonlySet<string>;
}

/**
 * A plan as a shell script of curl calls. It holds no token: whoever runs it sets GENESYS_TOKEN. Like a job it believes
 * what it reads back: it stops before a request that needs what does not show, and fails where anything does not. Nothing
 * of a plan can be read by the shell as a command: bodies and changes stand in quoted here-documents, and JSON leaves no
 * line of its own to end one.
 */
export function planScript({ apiUrl, organization, requests, needed }: PlanScript): string {
  const lines = [
    '#!/bin/sh',
    `# License changes for ${comment(organization)}: ${requests.length} requests, in an order that matters.`,
    '# Run it as: GENESYS_TOKEN=… sh this-script. It needs curl and awk. After each request it reads the users back.',
    '# It stops at a request that fails and where a change does not show that later ones need, and ends with 1 where any does not.',
    'set -eu',
    ': "${GENESYS_TOKEN:?Set GENESYS_TOKEN to an access token of the organization}"',
    `api=${quote(apiUrl)}`,
    '',
    CHECKING,
  ];
  for (const [position, assignments] of requests.entries()) {
    lines.push(
      `echo "Request ${position + 1} of ${requests.length}"`,
      "call organization <<'END_OF_BODY'",
      JSON.stringify({ assignments }),
      'END_OF_BODY',
      'echo',
    );
    if (needed) {
      const changes = assignments.flatMap(changesIn).map((change) => changeLine(change, needed));
      lines.push("check <<'END_OF_CHANGES'", ...changes, 'END_OF_CHANGES');
    }
    lines.push('');
  }
  lines.push('[ "$incomplete" = 0 ] || exit 1', '');
  return lines.join('\n');
}

/** Keys of the changes that others need. */
export function neededOf(
  changes: readonly Pick<StagedChange, 'userId' | 'needs'>[],
): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ userId, needs }) =>
      needs.map((licenseId) => pairKey({ userId, licenseId })),
    ),
  );
}

type ScriptChange = Pick<Change, 'userId' | 'licenseId' | 'action'>;

function changesIn({
  licenseId,
  userIdsAdd,
  userIdsRemove,
}: LicenseAssignmentRequest): ScriptChange[] {
  return [
    ...userIdsAdd.map((userId) => ({ userId, licenseId, action: 'add' as const })),
    ...userIdsRemove.map((userId) => ({ userId, licenseId, action: 'remove' as const })),
  ];
}

/** "+", user, license, and whether others need it, with tabs between. */
function changeLine(change: ScriptChange, needed: ReadonlySet<string>): string {
  const { action, userId, licenseId } = change;
  const sign = action === 'add' ? '+' : '-';
  const isNeeded = needed.has(pairKey(change));
  return [sign, inJson(userId), inJson(licenseId), isNeeded ? 'needed' : 'alone'].join('\t');
}

/** As the text stands between the quotes of JSON: without line breaks and tabs. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function comment(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
