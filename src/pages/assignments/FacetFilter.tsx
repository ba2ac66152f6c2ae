import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback, useState } from 'react';
import type { FacetName } from '@/model/facets';
import { byName } from '@/model/text';
import { viewsOf } from '@/model/view';
import type { FilterContext } from './LicenseFilter';
import { MultiFilter } from './MultiFilter';

interface FacetFilterProps extends Pick<FilterContext, 'query' | 'index'> {
  label: string;
  facet: FacetName;
}

const NONE: Readonly<Record<FacetName, MessageDescriptor>> = {
  state: msg`No state`,
  department: msg`No department`,
  division: msg`No division`,
};

/** State, department or division as a filter: any of the chosen ones. */
export function FacetFilter({ label, facet, query, index }: FacetFilterProps) {
  const { t } = useLingui();
  const { filter, actions } = query;
  const [isOpen, setOpen] = useState(false);
  const labelOf = useCallback(
    (value: string) =>
      value === '' ? t(NONE[facet]) : capitalized(viewsOf(index).facetLabel(facet, value)),
    [facet, index, t],
  );
  const onChange = useCallback(
    (values: string[]) => actions.change({ [facet]: values }),
    [actions, facet],
  );
  const optionsOf = () =>
    viewsOf(index)
      .facetCounts(facet, filter)
      .map(({ value, count }) => ({ value, label: labelOf(value), count: () => count }))
      .sort((a, b) => byName.compare(a.label, b.label));
  return (
    <MultiFilter
      label={label}
      chosen={filter[facet]}
      labelOf={labelOf}
      options={isOpen ? optionsOf() : undefined}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}

/** The service's states are words in small letters. */
function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
