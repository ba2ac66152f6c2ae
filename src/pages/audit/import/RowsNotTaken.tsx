import { t } from '@lingui/core/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';

interface RowsNotTakenProps<Problem extends { readonly line: number }> {
  problems: readonly Problem[];
  textOf: (problem: Problem) => string;
}

/** The lines of a file that were left out, and why; nothing where all were taken. */
export function RowsNotTaken<Problem extends { readonly line: number }>({
  problems,
  textOf,
}: RowsNotTakenProps<Problem>) {
  useLanguage();
  if (problems.length === 0) return null;
  const columns: Column<Problem>[] = [
    { id: 'line', header: t`Line`, cell: ({ line }) => formatNumber(line) },
    { id: 'problem', header: t`Why it was not taken`, width: '85%', cell: textOf },
  ];
  return (
    <Box sx={{ my: 1 }}>
      <Typography component="p" variant="subtitle2" sx={{ fontWeight: 600 }}>
        {t`Rows that were not taken`}
      </Typography>
      <DataTable
        label={t`Rows that were not taken`}
        columns={columns}
        rows={problems}
        rowKey={({ line }) => String(line)}
        limit={20}
      />
    </Box>
  );
}
