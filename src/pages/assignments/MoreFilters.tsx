import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { memo } from 'react';
import type { Filter } from '@/model/filter';
import { FacetFilter } from './FacetFilter';
import { FindingFilter } from './FindingFilter';
import { FIELD } from './filterLayout';
import { type FilterContext, LicenseFilter } from './LicenseFilter';
import type { MatrixQueryActions } from './useMatrixQuery';

export const DAILY_FILTERS = ['holds', 'lacks'] as const;
export const MORE_FILTERS = [
  'holdsAny',
  'holdsExactly',
  'state',
  'department',
  'division',
  'finding',
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
  const { t } = useLingui();
  const { filter, actions } = context.query;
  return (
    <>
      <LicenseFilter label={t`Holds any of`} part="holdsAny" {...context} />
      <LicenseFilter label={t`Holds exactly`} part="holdsExactly" {...context} />
      <FacetFilter label={t`State`} facet="state" {...context} />
      <FacetFilter label={t`Department`} facet="department" {...context} />
      <FacetFilter label={t`Division`} facet="division" {...context} />
      <FindingFilter {...context} />
      <Box sx={{ ...FIELD, flex: '1 1 15rem', display: 'flex', gap: 1.5 }}>
        <CountField
          label={t`Min. licenses`}
          part="fewest"
          value={filter.fewest}
          actions={actions}
        />
        <CountField label={t`Max. licenses`} part="most" value={filter.most} actions={actions} />
      </Box>
      <LastLoginField value={filter.lastLoginBefore} actions={actions} />
    </>
  );
}

interface CountFieldProps {
  label: string;
  part: 'fewest' | 'most';
  value: number | undefined;
  actions: MatrixQueryActions;
}

const CountField = memo(function CountField({ label, part, value, actions }: CountFieldProps) {
  return (
    <TextField
      type="number"
      label={label}
      value={value ?? ''}
      onChange={({ target }) =>
        actions.change({
          [part]: /^\d{1,4}$/.test(target.value) ? Number(target.value) : undefined,
        })
      }
      slotProps={{ htmlInput: { min: 0, max: 9999 } }}
      sx={{ flex: 1 }}
    />
  );
});

interface LastLoginFieldProps {
  value: string | undefined;
  actions: MatrixQueryActions;
}

const LastLoginField = memo(function LastLoginField({ value, actions }: LastLoginFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      type="date"
      label={t`Last login before`}
      value={value ?? ''}
      onChange={({ target }) => actions.change({ lastLoginBefore: target.value || undefined })}
      // The browser shows its own pattern where the label would lie.
      slotProps={{ inputLabel: { shrink: true } }}
      sx={FIELD}
    />
  );
});
