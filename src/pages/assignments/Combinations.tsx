import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
import { plural } from '@/components/text/plural';
import { type Combination, combinationsOf } from '@/model/combinations';
import type { MatrixData } from './matrixData';
import { withMatrixQuery } from './matrixUrl';
import { isRarestFirst, withMatrixView, withRarestFirst } from './matrixView';
import type { MatrixQueryState } from './useMatrixQuery';

interface CombinationsProps {
  data: MatrixData;
  query: MatrixQueryState;
}

/** Which sets of licenses the users shown hold, and how many hold exactly these. */
export function Combinations({ data, query }: CombinationsProps) {
  const { index, view, licenses } = data;
  const [params, setParams] = useSearchParams();
  const rarestFirst = isRarestFirst(params);
  const largestFirst = useMemo(
    () =>
      combinationsOf(
        index,
        view.matching,
        licenses.map(({ licenseId }) => licenseId),
      ),
    [index, view, licenses],
  );
  const combinations = useMemo(
    () => (rarestFirst ? largestFirst.toReversed() : largestFirst),
    [largestFirst, rarestFirst],
  );
  const known = view.matching.countIn(index.assignmentsRead);
  const unknown = view.rows.length - known;

  const columns: Column<Combination>[] = [
    {
      id: 'licenses',
      header: 'Exactly these licenses',
      width: '70%',
      cell: ({ licenseIds }) => (
        <Link
          component={RouterLink}
          to={`?${withMatrixQuery(withMatrixView(params, 'matrix'), only(query, licenseIds))}`}
          sx={{ overflowWrap: 'anywhere' }}
        >
          {licenseIds.length === 0 ? 'No licenses' : licenseIds.join(', ')}
        </Link>
      ),
    },
    {
      id: 'number',
      header: 'Licenses',
      isNumeric: true,
      cell: ({ licenseIds }) => licenseIds.length.toLocaleString(),
    },
    {
      id: 'users',
      header: 'Users',
      isNumeric: true,
      cell: ({ count }) => count.toLocaleString(),
    },
    {
      id: 'share',
      header: 'Share',
      isNumeric: true,
      cell: ({ count }) => shareText(count / known),
    },
  ];

  return (
    <Stack sx={{ gap: 1, minWidth: 0 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Typography variant="body2" role="status">
          {plural(combinations.length, 'combination')} among {plural(known, 'user')}
          {unknown > 0 && `; ${unknown.toLocaleString()} left out: what they hold was not read`}
        </Typography>
        <Button
          size="small"
          variant={rarestFirst ? 'outlined' : 'text'}
          aria-pressed={rarestFirst}
          onClick={() => setParams(withRarestFirst(params, !rarestFirst), { replace: true })}
        >
          Rarest first
        </Button>
      </Stack>
      {combinations.length === 0 ? (
        <EmptyState title="No user matches these filters" />
      ) : (
        <LongTable
          label="Combinations of licenses"
          columns={columns}
          rows={combinations}
          rowKey={({ licenseIds }) => licenseIds.join('\n')}
        />
      )}
    </Stack>
  );
}

/** The users of one combination among those shown. Nobody can be asked to hold exactly nothing, but no license at all. */
function only({ filter, sort }: MatrixQueryState, licenseIds: readonly string[]) {
  const isNothing = licenseIds.length === 0;
  return {
    filter: { ...filter, holdsExactly: licenseIds, most: isNothing ? 0 : filter.most },
    sort,
  };
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

/** Somebody is never nobody: the smallest share that is shown is not 0. */
function shareText(share: number): string {
  return share < 0.001 ? `< ${percent.format(0.001)}` : percent.format(share);
}
