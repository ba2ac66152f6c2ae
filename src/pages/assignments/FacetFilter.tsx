import Box from '@mui/material/Box';
import type { FacetName } from '@/model/facets';
import { byName } from '@/model/text';
import { viewsOf } from '@/model/view';
import { FIELD } from './filterLayout';
import type { FilterContext } from './LicenseFilter';
import { MultiFilter } from './MultiFilter';

interface FacetFilterProps extends Pick<FilterContext, 'query' | 'index'> {
  label: string;
  facet: FacetName;
}

const NONE: Readonly<Record<FacetName, string>> = {
  state: 'No state',
  department: 'No department',
  division: 'No division',
};

/** State, department or division as a filter: any of the chosen ones. */
export function FacetFilter({ label, facet, query, index }: FacetFilterProps) {
  const { filter, actions } = query;
  const views = viewsOf(index);
  const labelOf = (value: string) =>
    value === '' ? NONE[facet] : capitalized(views.facetLabel(facet, value));
  return (
    <Box sx={FIELD}>
      <MultiFilter
        label={label}
        chosen={filter[facet]}
        labelOf={labelOf}
        getOptions={() =>
          views
            .facetCounts(facet, filter)
            .map(({ value, count }) => ({ value, label: labelOf(value), count }))
            .sort((a, b) => byName.compare(a.label, b.label))
        }
        onChange={(values) => actions.change({ [facet]: values })}
      />
    </Box>
  );
}

/** The service's states are words in small letters. */
function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
