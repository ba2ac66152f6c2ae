import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import { isFiltering } from '@/model/filter';
import { FIELDS } from './filterLayout';
import { type FilterContext, LicenseFilter } from './LicenseFilter';
import { activeFilterCount, DAILY_FILTERS, MORE_FILTERS, MoreFilters } from './MoreFilters';
import { SortField } from './SortField';

const WIDE_SCREEN = '(min-width: 900px)';

/** Which users the matrix shows, and in which order. What there is no room for is shown on demand. */
export function FilterBar(context: FilterContext) {
  const { filter, actions } = context.query;
  const hasRoom = useMediaQuery(WIDE_SCREEN, { noSsr: true });
  const onDemand = hasRoom ? MORE_FILTERS : [...DAILY_FILTERS, ...MORE_FILTERS];
  const hiddenCount = activeFilterCount(filter, onDemand);
  const [isOpen, setOpen] = useState(hiddenCount > 0);
  const moreId = useId();

  return (
    <Box component="search" aria-label="Filters" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={FIELDS}>
        <TextField
          type="search"
          label="Filter users"
          placeholder="Name, email, department, title, id"
          value={filter.text}
          onChange={(event) => actions.setText(event.target.value)}
          onBlur={actions.keepText}
          sx={{ flex: '2 1 14rem' }}
        />
        {hasRoom && <DailyFilters {...context} />}
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
        {isOpen && !hasRoom && <DailyFilters {...context} />}
        {isOpen && <MoreFilters {...context} />}
      </Box>
    </Box>
  );
}

/** What most questions need. */
function DailyFilters(context: FilterContext) {
  const { sort, actions } = context.query;
  return (
    <>
      <LicenseFilter label="Holds" part="holds" {...context} />
      <LicenseFilter label="Does not hold" part="lacks" {...context} />
      <SortField sort={sort} onSort={actions.setSort} />
    </>
  );
}
