import { t } from '@lingui/core/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { TableFileReading } from './useTableFile';

interface RowProblem {
  readonly line: number;
}

interface ReadFile<Problem extends RowProblem> {
  /** Columns that the file has to have, and has not: then nothing was taken. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

interface ImportOutcomeProps<Problem extends RowProblem, Read extends ReadFile<Problem>> {
  reading: Pick<TableFileReading<Read>, 'outcome' | 'problem'>;
  missingText: (missing: Read['missing']) => string;
  takenText: (read: Read) => string;
  problemText: (problem: Problem) => string;
}

/** What was taken of a file and what was not, line by line; or why nothing was. Nothing before one is read. */
export function ImportOutcome<Problem extends RowProblem, Read extends ReadFile<Problem>>({
  reading,
  missingText,
  takenText,
  problemText,
}: ImportOutcomeProps<Problem, Read>) {
  useLanguage();
  const { outcome, problem } = reading;
  if (problem !== undefined) return <Alert severity="error">{problem}</Alert>;
  if (!outcome) return null;
  const { missing, problems } = outcome;
  if (missing.length > 0) return <Alert severity="error">{missingText(missing)}</Alert>;
  return (
    <>
      <Alert severity={problems.length > 0 ? 'warning' : 'success'}>{takenText(outcome)}</Alert>
      {problems.length > 0 && (
        <Box sx={{ my: 1 }}>
          <Typography component="p" variant="subtitle2" sx={{ fontWeight: 600 }}>
            {t`Rows that were not taken`}
          </Typography>
          <DataTable
            label={t`Rows that were not taken`}
            columns={problemColumns(problemText)}
            rows={problems}
            rowKey={({ line }) => String(line)}
            limit={20}
          />
        </Box>
      )}
    </>
  );
}

function problemColumns<Problem extends RowProblem>(
  problemText: (problem: Problem) => string,
): Column<Problem>[] {
  return [
    { id: 'line', header: t`Line`, cell: ({ line }) => formatNumber(line) },
    { id: 'problem', header: t`Why it was not taken`, width: '85%', cell: problemText },
  ];
}
