import TextField from '@mui/material/TextField';
import { memo } from 'react';
import type { Sort } from '@/model/order';
import { formatSort, parseSort } from './matrixUrl';

interface SortFieldProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

const ORDERS = [
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: 'email', label: 'Email, A to Z' },
  { value: '-email', label: 'Email, Z to A' },
  { value: 'department', label: 'Department, A to Z' },
  { value: '-department', label: 'Department, Z to A' },
  { value: '-licenses', label: 'Most licenses first' },
  { value: 'licenses', label: 'Fewest licenses first' },
];

/** The order of the users, also by what has no column to click on. Licenses are sorted by at their columns. */
export const SortField = memo(function SortField({ sort, onSort }: SortFieldProps) {
  const value = formatSort(sort);
  const isListed = ORDERS.some((order) => order.value === value);
  return (
    <TextField
      select
      label="Sort by"
      value={value}
      onChange={(event) => onSort(parseSort(event.target.value))}
      slotProps={{ select: { native: true } }}
      sx={{ flex: '0 1 12rem' }}
    >
      {ORDERS.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {!isListed && <option value={value}>{holdersLabel(sort)}</option>}
    </TextField>
  );
});

function holdersLabel({ column, descending }: Sort): string {
  const licenseId = column.replace(/^holds\./, '');
  return `Holders of ${licenseId} ${descending ? 'last' : 'first'}`;
}
