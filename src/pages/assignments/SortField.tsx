import { msg, t } from '@lingui/core/macro';
import TextField from '@mui/material/TextField';
import { memo } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import type { Sort } from '@/model/order';
import { formatSort, parseSort } from './matrixUrl';

interface SortFieldProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

const ORDERS = [
  { value: 'name', label: msg`Name, A to Z` },
  { value: '-name', label: msg`Name, Z to A` },
  { value: 'email', label: msg`Email, A to Z` },
  { value: '-email', label: msg`Email, Z to A` },
  { value: 'department', label: msg`Department, A to Z` },
  { value: '-department', label: msg`Department, Z to A` },
  { value: '-licenses', label: msg`Most licenses first` },
  { value: 'licenses', label: msg`Fewest licenses first` },
];

/** The order of the users, also by what has no column to click on. Licenses are sorted by at their columns. */
export const SortField = memo(function SortField({ sort, onSort }: SortFieldProps) {
  useLanguage();
  const value = formatSort(sort);
  const isListed = ORDERS.some((order) => order.value === value);
  return (
    <TextField
      select
      label={t`Sort by`}
      value={value}
      onChange={(event) => onSort(parseSort(event.target.value))}
      slotProps={{ select: { native: true } }}
      sx={{ flex: '0 1 12rem' }}
    >
      {ORDERS.map(({ value, label }) => (
        <option key={value} value={value}>
          {t(label)}
        </option>
      ))}
      {!isListed && <option value={value}>{holdersLabel(sort)}</option>}
    </TextField>
  );
});

function holdersLabel({ column, descending }: Sort): string {
  const licenseId = column.replace(/^holds\./, '');
  return descending ? t`Holders of ${licenseId} last` : t`Holders of ${licenseId} first`;
}
