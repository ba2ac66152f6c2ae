import type { Finding, FindingRule } from '@/model/findings';
import type { OrganizationIndex } from '@/model/organizationIndex';

/** Something that an administrator may want to look at now. */
export type LookAt =
  | {
      readonly id: 'inactiveHolders' | 'deletedHolders' | 'withoutLicense' | 'otherFindings';
      readonly count: number;
    }
  /** These are named one by one. */
  | { readonly id: 'unknownHolders'; readonly count: number; readonly userIds: readonly string[] }
  | {
      readonly id: 'withoutDefinition';
      readonly count: number;
      readonly licenseIds: readonly string[];
    };

/** What the audit finds that is told here by name; all the rest is a number that leads there. */
const NAMED_RULES: ReadonlySet<FindingRule> = new Set([
  'inactiveHolder',
  'deletedHolder',
  'unknownHolder',
  'withoutDefinition',
]);

/** @param withoutLicense active users who hold nothing; 0 as long as that is not known */
export function thingsToLookAt(
  found: readonly Finding[],
  index: OrganizationIndex,
  withoutLicense: number,
): LookAt[] {
  const ofRule = (rule: FindingRule) => found.filter((finding) => finding.rule === rule);
  const countOf = (rule: FindingRule) => ofRule(rule)[0]?.rows.count ?? 0;
  const unknownRows = ofRule('unknownHolder')[0]?.rows.toRows() ?? [];
  const unknownIds = Array.from(unknownRows, (row) => index.userId(row));
  const undefinedIds = ofRule('withoutDefinition').flatMap(({ licenseId }) => licenseId ?? []);
  const others = found.filter(({ rule }) => !NAMED_RULES.has(rule));
  const lookAt: LookAt[] = [
    { id: 'inactiveHolders', count: countOf('inactiveHolder') },
    { id: 'deletedHolders', count: countOf('deletedHolder') },
    { id: 'unknownHolders', count: unknownIds.length, userIds: unknownIds },
    { id: 'withoutDefinition', count: undefinedIds.length, licenseIds: undefinedIds },
    { id: 'withoutLicense', count: withoutLicense },
    { id: 'otherFindings', count: others.length },
  ];
  return lookAt.filter(({ count }) => count > 0);
}
