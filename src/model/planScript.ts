import type { LicenseAssignmentRequest } from '@/api/schema';

export interface PlanScript {
  /** Where the service answers, such as https://api.mypurecloud.com */
  readonly apiUrl: string;
  readonly organization: string;
  /** The bodies of the requests, in the order in which they must be sent. */
  readonly requests: readonly (readonly LicenseAssignmentRequest[])[];
}

/**
 * A plan as a shell script of curl calls. It holds no token: whoever runs it sets GENESYS_TOKEN. Nothing of a plan can be
 * read by the shell as a command: bodies stand in quoted here-documents, and JSON leaves no line of its own to end one.
 */
export function planScript({ apiUrl, organization, requests }: PlanScript): string {
  const lines = [
    '#!/bin/sh',
    `# License changes for ${comment(organization)}: ${requests.length} requests, in an order that matters.`,
    '# Run it as: GENESYS_TOKEN=… sh this-script. It stops at the first request that fails.',
    'set -eu',
    ': "${GENESYS_TOKEN:?Set GENESYS_TOKEN to an access token of the organization}"',
    `api=${quote(apiUrl)}`,
    '',
  ];
  for (const [position, assignments] of requests.entries()) {
    lines.push(
      `echo "Request ${position + 1} of ${requests.length}"`,
      `curl --fail-with-body --silent --show-error --request POST "$api/api/v2/license/organization" \\`,
      '  --header "Authorization: Bearer $GENESYS_TOKEN" \\',
      '  --header "Content-Type: application/json" \\',
      "  --data-binary @- <<'END_OF_BODY'",
      JSON.stringify({ assignments }),
      'END_OF_BODY',
      'echo',
      '',
    );
  }
  return lines.join('\n');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function comment(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
