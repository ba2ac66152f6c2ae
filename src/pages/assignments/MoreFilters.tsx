import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { Filter } from '@/model/filter';
import { FacetFilter } from './FacetFilter';
import { FIELD } from './filterLayout';
import { type FilterContext, LicenseFilter } from './LicenseFilter';

export const DAILY_FILTERS = ['holds', 'lacks'] as const;
export const MORE_FILTERS = [
  'holdsAny',
  'holdsExactly',
  'state',
  'department',
  'division',
  'fewest',
  'most',
  'lastLoginBefore',
] as const;

/** How many of these parts of the filter narrow the matrix. */
export function activeFilterCount(filter: Filter, parts: readonly (keyof Filter)[]): number {
  return parts.filter((part) => {
    const value = filter[part];
    return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  }).length;
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
      <Box sx={{ ...FIELD, flex: '1 1 15rem', display: 'flex', gap: 1.5 }}>
        <CountField
          label="Min. licenses"
          value={filter.fewest}
          onChange={(fewest) => actions.change({ fewest })}
        />
        <CountField
          label="Max. licenses"
          value={filter.most}
          onChange={(most) => actions.change({ most })}
        />
      </Box>
      <TextField
        type="date"
        label="Last login before"
        value={filter.lastLoginBefore ?? ''}
        onChange={({ target }) => actions.change({ lastLoginBefore: target.value || undefined })}
        // The browser shows its own pattern where the label would lie.
        slotProps={{ inputLabel: { shrink: true } }}
        sx={FIELD}
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
      sx={{ flex: 1 }}
    />
  );
}
