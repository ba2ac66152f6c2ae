import { useCallback, useState } from 'react';
import type { Bitset } from '@/model/bitset';
import type { Filter } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { viewsOf } from '@/model/view';
import type { LicenseColumn } from './licenseColumns';
import { MultiFilter } from './MultiFilter';
import type { MatrixQueryState } from './useMatrixQuery';

export interface FilterContext {
  query: MatrixQueryState;
  index: OrganizationIndex;
  licenses: readonly LicenseColumn[];
}

interface LicenseFilterProps extends FilterContext {
  label: string;
  part: keyof Pick<Filter, 'holds' | 'holdsAny' | 'holdsExactly' | 'lacks'>;
}

/** Licenses as a filter. The number at each says how many of the users shown now hold it. */
export function LicenseFilter({ label, part, query, index, licenses }: LicenseFilterProps) {
  const { filter, sort, actions } = query;
  const [isOpen, setOpen] = useState(false);
  const onChange = useCallback(
    (licenseIds: string[]) => actions.change({ [part]: licenseIds }),
    [actions, part],
  );
  return (
    <MultiFilter
      label={label}
      chosen={filter[part]}
      labelOf={idItself}
      options={isOpen ? optionsOf(licenses, viewsOf(index).view(filter, sort).matching) : undefined}
      onOpen={setOpen}
      onChange={onChange}
    />
  );
}

const idItself = (licenseId: string) => licenseId;

function optionsOf(licenses: readonly LicenseColumn[], matching: Bitset) {
  return licenses.map(({ licenseId, label, holders }) => ({
    value: licenseId,
    label: licenseId,
    description: label === licenseId ? undefined : label,
    count: () => holders.countIn(matching),
  }));
}
