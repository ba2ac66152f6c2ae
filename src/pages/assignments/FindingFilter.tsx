import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import { FINDING_RULES, type FindingRule } from '@/model/findings';
import { viewsOf } from '@/model/view';
import type { FilterContext } from './LicenseFilter';
import { MultiFilter } from './MultiFilter';
import { useFindings } from './useFindings';

/** What the audit looks for, in the fewest words. */
const NAMES: Readonly<Record<FindingRule, MessageDescriptor>> = {
  missingPrerequisite: msg`Prerequisite missing`,
  unknownHolder: msg`No known user`,
  deletedHolder: msg`Deleted, holds licenses`,
  inactiveHolder: msg`Inactive, holds licenses`,
  longAbsent: msg`Long absent`,
  neverSignedIn: msg`Never signed in`,
  redundant: msg`Redundant license`,
  withoutDefinition: msg`License without a definition`,
  heldNotImplied: msg`Held but implied by no role`,
  impliedNotHeld: msg`Implied by a role but not held`,
  unlikePeers: msg`Unlike their department`,
};

/** Users about whom something looks wrong, of any of the chosen kinds. */
export function FindingFilter({ query, index }: Pick<FilterContext, 'query' | 'index'>) {
  const { t } = useLingui();
  const { filter, actions } = query;
  const [isOpen, setOpen] = useState(false);
  const found = useFindings(isOpen || filter.finding.length > 0);
  const labelOf = useCallback(
    (value: string) => {
      const rule = FINDING_RULES.find((rule) => rule === value);
      return rule ? t(NAMES[rule]) : value;
    },
    [t],
  );
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
      return isListed ? { value: rule, label: labelOf(rule), count: () => count } : [];
    });
  }

  return (
    <MultiFilter
      label={t`Has a finding`}
      chosen={filter.finding}
      labelOf={labelOf}
      options={isOpen ? options() : undefined}
      isLoading={isOpen && !found}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}
