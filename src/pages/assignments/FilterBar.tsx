import { useLingui } from '@lingui/react/macro';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { memo, useId, useState } from 'react';
import { isFiltering } from '@/model/filter';
import { FilterLooks } from './FilterLooks';
import { type FilterContext, LicenseFilter } from './LicenseFilter';
import { activeFilterCount, DAILY_FILTERS, MORE_FILTERS, MoreFilters } from './MoreFilters';
import { SearchField } from './SearchField';
import { SortField } from './SortField';

const WIDE_SCREEN = '(min-width: 900px)';

/** Which users the matrix shows, and in which order. What there is no room for is shown on demand. */
export const FilterBar = memo(function FilterBar(context: FilterContext) {
  const { t } = useLingui();
  const { filter, textVersion, actions } = context.query;
  const hasRoom = useMediaQuery(WIDE_SCREEN, { noSsr: true });
  const onDemand = hasRoom ? MORE_FILTERS : [...DAILY_FILTERS, ...MORE_FILTERS];
  const hiddenCount = activeFilterCount(filter, onDemand);
  const [isOpen, setOpen] = useState(hiddenCount > 0);
  const moreId = useId();

  return (
    <search aria-label={t`Filters`} className="filter-bar">
      <FilterLooks />
      <div className="filter-fields">
        <SearchField key={textVersion} text={filter.text} onText={actions.setText} />
        {hasRoom && <DailyFilters {...context} />}
        <FilterButtons
          isOpen={isOpen}
          onOpen={setOpen}
          moreId={moreId}
          hiddenCount={hiddenCount}
          isFiltering={isFiltering(filter)}
          onClear={actions.clear}
        />
      </div>
      <div id={moreId} hidden={!isOpen} className="filter-fields">
        {isOpen && !hasRoom && <DailyFilters {...context} />}
        {isOpen && <MoreFilters {...context} />}
      </div>
    </search>
  );
});

interface FilterButtonsProps {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  moreId: string;
  /** How many of the filters that are shown on demand narrow the matrix. */
  hiddenCount: number;
  isFiltering: boolean;
  onClear: () => void;
}

const FilterButtons = memo(function FilterButtons(props: FilterButtonsProps) {
  const { t } = useLingui();
  const { isOpen, onOpen, moreId, hiddenCount, isFiltering, onClear } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Badge badgeContent={isOpen ? 0 : hiddenCount} color="primary">
        <Button
          color="secondary"
          variant="outlined"
          aria-expanded={isOpen}
          aria-controls={moreId}
          onClick={() => onOpen(!isOpen)}
        >
          {t`More filters`}
        </Button>
      </Badge>
      <Button disabled={!isFiltering} onClick={onClear}>
        {t`Clear filters`}
      </Button>
    </Box>
  );
});

/** What most questions need. */
function DailyFilters(context: FilterContext) {
  const { t } = useLingui();
  const { sort, actions } = context.query;
  return (
    <>
      <LicenseFilter
        label={t({ message: 'Holds', comment: 'Users who hold all of the chosen licenses' })}
        part="holds"
        {...context}
      />
      <LicenseFilter label={t`Does not hold`} part="lacks" {...context} />
      <SortField sort={sort} onSort={actions.setSort} />
    </>
  );
}
