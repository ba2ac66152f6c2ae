import { z } from 'zod';
import { Bitset } from './bitset';
import { AUDIT_RULES, type AuditFinding, type AuditRule } from './findingsCost';
import type { OrganizationIndex } from './organizationIndex';

const muteSchema = z.object({
  rule: z.enum(AUDIT_RULES),
  /** Only for this user; without it the whole rule is silent. */
  userId: z.string().min(1).optional(),
  reason: z.string(),
  /** ISO 8601. */
  mutedAt: z.iso.datetime(),
});
const mutesSchema = z.array(muteSchema);

/** Something that is as it should be, whatever a rule says. */
export type Mute = Readonly<z.infer<typeof muteSchema>>;

/** What is muted, the same for two mutes of the same. */
export const muteKey = ({ rule, userId = '' }: Pick<Mute, 'rule' | 'userId'>): string =>
  `${rule} ${userId}`;

/** Mutes as they were written down; none where that makes no sense. */
export function parseMutes(text: string | null): readonly Mute[] {
  try {
    return mutesSchema.parse(JSON.parse(text ?? '[]'));
  } catch {
    return [];
  }
}

/** Adds a mute, in place of an earlier one of the same. */
export function withMute(mutes: readonly Mute[], mute: Mute): readonly Mute[] {
  return [...withoutMute(mutes, mute), mute];
}

/** Adds those that are not there; what is muted already keeps its reason and its time. */
export function withMutes(mutes: readonly Mute[], more: readonly Mute[]): readonly Mute[] {
  const known = new Map(mutes.map((mute) => [muteKey(mute), mute]));
  for (const mute of more) {
    const key = muteKey(mute);
    if (!known.has(key)) known.set(key, mute);
  }
  return [...known.values()];
}

export function withoutMute(
  mutes: readonly Mute[],
  unmuted: Pick<Mute, 'rule' | 'userId'>,
): readonly Mute[] {
  const key = muteKey(unmuted);
  return mutes.filter((mute) => muteKey(mute) !== key);
}

/** The findings that are left when what was muted is taken out. */
export function withoutMuted<Found extends AuditFinding>(
  found: readonly Found[],
  mutes: readonly Mute[],
  index: OrganizationIndex,
): readonly Found[] {
  const mutedRows = new Map<AuditRule, Bitset | 'all'>();
  for (const { rule, userId } of mutes) {
    const rows = mutedRows.get(rule) ?? new Bitset();
    const row = userId === undefined ? undefined : index.rowOf(userId);
    if (userId === undefined) mutedRows.set(rule, 'all');
    else if (rows !== 'all' && row !== undefined) mutedRows.set(rule, addTo(rows, row));
  }
  return found.flatMap((finding) => {
    const muted = mutedRows.get(finding.rule);
    if (!muted) return finding;
    if (muted === 'all') return [];
    const rows = finding.rows.clone().subtract(muted);
    return rows.isEmpty ? [] : { ...finding, rows };
  });
}

function addTo(rows: Bitset, row: number): Bitset {
  rows.add(row);
  return rows;
}
