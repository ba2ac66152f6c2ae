import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { LongTable } from '@/components/table/LongTable';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
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
  useLanguage();
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

  const inMatrix = withMatrixView(params, 'matrix');
  const columns = combinationColumns(
    known,
    (combination) => `?${withMatrixQuery(inMatrix, only(query, combination))}`,
  );

  return (
    <Stack sx={{ gap: 1, minWidth: 0 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Typography variant="body2" role="status">
          {countText(combinations.length, known, unknown)}
        </Typography>
        <Button
          size="small"
          variant={rarestFirst ? 'outlined' : 'text'}
          aria-pressed={rarestFirst}
          onClick={() => setParams(withRarestFirst(params, !rarestFirst), { replace: true })}
        >
          {t`Rarest first`}
        </Button>
      </Stack>
      {combinations.length === 0 ? (
        <EmptyState title={t`No user matches these filters`} />
      ) : (
        <LongTable
          label={t`Combinations of licenses`}
          columns={columns}
          rows={combinations}
          rowKey={({ licenseIds }) => licenseIds.join('\n')}
        />
      )}
    </Stack>
  );
}

function countText(combinations: number, known: number, unknown: number): string {
  if (unknown === 0) {
    return t`${plural(combinations, { one: '# combination', other: '# combinations' })} among ${plural(known, { one: '# user', other: '# users' })}`;
  }
  const leftOut = formatNumber(unknown);
  return t`${plural(combinations, { one: '# combination', other: '# combinations' })} among ${plural(known, { one: '# user', other: '# users' })}; ${leftOut} left out: what they hold was not read`;
}

/** The users of one combination among those shown. Nobody can be asked to hold exactly nothing, but no license at all. */
function only(
  { filter, sort, columns }: MatrixQueryState,
  { licenseIds }: Combination,
): MatrixQuery {
  const most = licenseIds.length === 0 ? 0 : filter.most;
  return { filter: { ...filter, holdsExactly: licenseIds, most }, sort, columns };
}
