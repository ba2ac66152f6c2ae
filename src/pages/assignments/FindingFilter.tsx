import { useCallback, useState } from 'react';
import { FINDING_RULES, type FindingRule } from '@/model/findings';
import { viewsOf } from '@/model/view';
import type { FilterContext } from './LicenseFilter';
import { MultiFilter } from './MultiFilter';
import { useFindings } from './useFindings';

/** What the audit looks for, in the fewest words. */
const NAMES: Readonly<Record<FindingRule, string>> = {
  missingPrerequisite: 'Prerequisite missing',
  unknownHolder: 'No known user',
  deletedHolder: 'Deleted, holds licenses',
  inactiveHolder: 'Inactive, holds licenses',
  longAbsent: 'Long absent',
  neverSignedIn: 'Never signed in',
  redundant: 'Redundant license',
  withoutDefinition: 'License without a definition',
  heldNotImplied: 'Held but implied by no role',
  impliedNotHeld: 'Implied by a role but not held',
  unlikePeers: 'Unlike their department',
};

/** Users about whom something looks wrong, of any of the chosen kinds. */
export function FindingFilter({ query, index }: Pick<FilterContext, 'query' | 'index'>) {
  const { filter, actions } = query;
  const [isOpen, setOpen] = useState(false);
  const found = useFindings(isOpen || filter.finding.length > 0);
  const onChange = useCallback(
    (rules: string[]) =>
      actions.change({ finding: FINDING_RULES.filter((r) => rules.includes(r)) }),
    [actions],
  );

  function options() {
    const counts = viewsOf(index).findingCounts(found ?? [], filter);
    return FINDING_RULES.flatMap((rule) => {
      const count = counts.get(rule) ?? 0;
      const isListed = count > 0 || filter.finding.includes(rule);
      return isListed ? { value: rule, label: labelOf(rule), count } : [];
    });
  }

  return (
    <MultiFilter
      label="Has a finding"
      chosen={filter.finding}
      labelOf={labelOf}
      options={isOpen ? options() : undefined}
      isLoading={isOpen && !found}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}

function labelOf(value: string): string {
  return Object.entries(NAMES).find(([rule]) => rule === value)?.[1] ?? value;
}
