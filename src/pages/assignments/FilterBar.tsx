import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { isFiltering } from '@/model/filter';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { FIELD, FIELDS } from './filterLayout';
import { LicenseFilter } from './LicenseFilter';
import type { LicenseColumn } from './licenseColumns';
import { hiddenFilterCount, MoreFilters } from './MoreFilters';
import type { MatrixQueryState } from './useMatrixQuery';

interface FilterBarProps {
  query: MatrixQueryState;
  index: OrganizationIndex;
  licenses: readonly LicenseColumn[];
}

/** Which users the matrix shows. */
export function FilterBar({ query, index, licenses }: FilterBarProps) {
  const { filter, actions } = query;
  const hiddenCount = hiddenFilterCount(filter);
  const [isOpen, setOpen] = useState(hiddenCount > 0);
  const moreId = useId();
  const shared = { query, index, licenses };

  return (
    <Box component="search" aria-label="Filters" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={FIELDS}>
        <TextField
          type="search"
          label="Filter users"
          placeholder="Name, email, department, title, id"
          value={filter.text}
          onChange={(event) => actions.setText(event.target.value)}
          sx={{ flex: '2 1 15rem' }}
        />
        <LicenseFilter label="Holds" part="holds" {...shared} />
        <LicenseFilter label="Does not hold" part="lacks" {...shared} />
        <Box sx={{ ...FIELD, flex: '0 0 auto', display: 'flex', gap: 1 }}>
          <Badge badgeContent={isOpen ? 0 : hiddenCount} color="primary">
            <Button
              color="secondary"
              variant="outlined"
              aria-expanded={isOpen}
              aria-controls={moreId}
              onClick={() => setOpen(!isOpen)}
            >
              More filters
            </Button>
          </Badge>
          <Button disabled={!isFiltering(filter)} onClick={actions.clear}>
            Clear filters
          </Button>
        </Box>
      </Box>
      <Box id={moreId} hidden={!isOpen} sx={isOpen ? FIELDS : undefined}>
        {isOpen && <MoreFilters {...shared} />}
      </Box>
    </Box>
  );
}
