import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LongTable } from '@/components/table/LongTable';
import type { Column } from '@/components/table/types';
import { downloadText } from '@/files/download';
import { useLanguage } from '@/i18n/useLanguage';
import type { FileError } from '@/model/changeFileRow';
import { toCsv } from '@/model/csv';
import { FileText, LineNumber } from './fileCells';
import { lineProblemText } from './lineProblemText';

interface FileErrorsProps {
  fileName: string;
  errors: readonly FileError[];
  /** How a user is called so that two of one name can be told apart. */
  describeUser: (userId: string) => string;
}

const columns = (textOf: (error: FileError) => string): readonly Column<FileError>[] => [
  { id: 'line', header: t`Line`, cell: ({ line }) => <LineNumber line={line} />, width: '5rem' },
  {
    id: 'column',
    header: t`Column`,
    cell: ({ column }) => <FileText text={column} />,
    width: '25%',
  },
  { id: 'problem', header: t`Problem`, cell: (error) => <FileText text={textOf(error)} /> },
];

/** Every mistake of a file by its line, on the page and to take along to where the file is mended. */
export function FileErrors({ fileName, errors, describeUser }: FileErrorsProps) {
  useLanguage();
  const textOf = ({ problem }: FileError) => lineProblemText(problem, describeUser);

  function download() {
    const rows = errors.map((error) => [error.line, error.column, textOf(error)]);
    const csv = toCsv([t`Line`, t`Column`, t`Problem`], rows);
    const name = fileName.replace(/\.\w+$/u, '');
    downloadText(t`${name} errors.csv`, 'text/csv', csv);
  }

  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
        <Typography component="h3" variant="subtitle2" sx={{ flex: 1, fontWeight: 600 }}>
          <Trans>Errors</Trans>
        </Typography>
        <Button size="small" onClick={download}>
          <Trans>Download the errors</Trans>
        </Button>
      </Box>
      <LongTable
        label={t`Errors in the file`}
        columns={columns(textOf)}
        rows={errors}
        rowKey={(error) => `${error.line} ${error.column} ${textOf(error)}`}
      />
    </Box>
  );
}
