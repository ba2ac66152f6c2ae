import TextField from '@mui/material/TextField';
import type { Filter } from '@/model/filter';
import { FacetFilter } from './FacetFilter';
import { type FilterContext, LicenseFilter } from './LicenseFilter';

/** How many of the filters that are shown on demand narrow the matrix. */
export function hiddenFilterCount(filter: Filter): number {
  const lists = [
    filter.holdsAny,
    filter.holdsExactly,
    filter.state,
    filter.department,
    filter.division,
  ];
  const numbers = [filter.fewest, filter.most];
  return (
    lists.filter((list) => list.length > 0).length +
    numbers.filter((number) => number !== undefined).length
  );
}

/** The filters that not everyone needs every day. */
export function MoreFilters(context: FilterContext) {
  const { filter, actions } = context.query;
  return (
    <>
      <LicenseFilter label="Holds any of" part="holdsAny" {...context} />
      <LicenseFilter label="Holds exactly" part="holdsExactly" {...context} />
      <FacetFilter label="State" facet="state" {...context} />
      <FacetFilter label="Department" facet="department" {...context} />
      <FacetFilter label="Division" facet="division" {...context} />
      <CountField
        label="Licenses, at least"
        value={filter.fewest}
        onChange={(fewest) => actions.change({ fewest })}
      />
      <CountField
        label="Licenses, at most"
        value={filter.most}
        onChange={(most) => actions.change({ most })}
      />
    </>
  );
}

interface CountFieldProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

function CountField({ label, value, onChange }: CountFieldProps) {
  return (
    <TextField
      type="number"
      label={label}
      value={value ?? ''}
      onChange={({ target }) =>
        onChange(/^\d{1,4}$/.test(target.value) ? Number(target.value) : undefined)
      }
      slotProps={{ htmlInput: { min: 0, max: 9999 } }}
      sx={{ flex: '0 1 9.5rem' }}
    />
  );
}
