import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { LongTable } from '@/components/table/LongTable';
import { plural } from '@/components/text/plural';
import { type Combination, combinationsOf } from '@/model/combinations';
import { combinationColumns } from './combinationColumns';
import type { MatrixData } from './matrixData';
import { type MatrixQuery, withMatrixQuery } from './matrixUrl';
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

  const columns = useMemo(() => {
    const inMatrix = withMatrixView(params, 'matrix');
    return combinationColumns(known, (combination) => {
      return `?${withMatrixQuery(inMatrix, only(query, combination))}`;
    });
  }, [params, query, known]);

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
function only(
  { filter, sort, columns }: MatrixQueryState,
  { licenseIds }: Combination,
): MatrixQuery {
  const most = licenseIds.length === 0 ? 0 : filter.most;
  return { filter: { ...filter, holdsExactly: licenseIds, most }, sort, columns };
}
