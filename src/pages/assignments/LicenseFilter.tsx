import Box from '@mui/material/Box';
import { useCallback, useEffect, useRef } from 'react';
import type { Filter } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { viewsOf } from '@/model/view';
import { FIELD } from './filterLayout';
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
  const { actions } = query;
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  const labelOf = useCallback((licenseId: string) => licenseId, []);
  const getOptions = useCallback(() => {
    const { filter, sort } = latest.current;
    const { matching } = viewsOf(index).view(filter, sort);
    return licenses.map(({ licenseId, label, holders }) => ({
      value: licenseId,
      label: licenseId,
      description: label === licenseId ? undefined : label,
      count: holders.countIn(matching),
    }));
  }, [index, licenses]);
  const onChange = useCallback(
    (licenseIds: string[]) => actions.change({ [part]: licenseIds }),
    [actions, part],
  );
  return (
    <Box sx={FIELD}>
      <MultiFilter
        label={label}
        chosen={query.filter[part]}
        labelOf={labelOf}
        getOptions={getOptions}
        onChange={onChange}
      />
    </Box>
  );
}
