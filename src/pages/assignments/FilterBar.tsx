import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { isFiltering } from '@/model/filter';
import { FIELDS } from './filterLayout';
import { type FilterContext, LicenseFilter } from './LicenseFilter';
import { hiddenFilterCount, MoreFilters } from './MoreFilters';
import { SortField } from './SortField';

/** Which users the matrix shows, and in which order. On a narrow screen most of it is shown on demand. */
export function FilterBar(context: FilterContext) {
  const { filter, sort, actions } = context.query;
  const hiddenCount = hiddenFilterCount(filter);
  const [isOpen, setOpen] = useState(hiddenCount > 0);
  const moreId = useId();
  const onlyWithRoom = { display: { xs: isOpen ? 'contents' : 'none', md: 'contents' } };

  return (
    <Box component="search" aria-label="Filters" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={FIELDS}>
        <TextField
          type="search"
          label="Filter users"
          placeholder="Name, email, department, title, id"
          value={filter.text}
          onChange={(event) => actions.setText(event.target.value)}
          sx={{ flex: '2 1 14rem' }}
        />
        <Box sx={onlyWithRoom}>
          <LicenseFilter label="Holds" part="holds" {...context} />
          <LicenseFilter label="Does not hold" part="lacks" {...context} />
          <SortField sort={sort} onSort={actions.setSort} />
        </Box>
        <Box sx={{ display: 'flex', gap: 1 }}>
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
        {isOpen && <MoreFilters {...context} />}
      </Box>
    </Box>
  );
}
