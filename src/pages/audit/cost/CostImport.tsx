import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { downloadText } from '@/files/download';
import { useLanguage } from '@/i18n/useLanguage';
import { type CostFile, costTemplateRows, readCostFile } from '@/model/costFile';
import type { Costs } from '@/model/costs';
import { toCsv } from '@/model/csv';
import { ImportOutcome } from '../import/ImportOutcome';
import { TableFileButton } from '../import/TableFileButton';
import { useTableFile } from '../import/useTableFile';
import { costColumnName, readableColumnNames, templateHeader } from './costColumnNames';
import { rowProblemText } from './costWords';

interface CostImportProps {
  licenseIds: readonly string[];
  costs: Costs;
  /** Rejects when the browser keeps nothing. */
  onRead: (terms: CostFile['terms']) => Promise<void>;
}

/** Takes prices and seats from a CSV or XLSX file, row by row. */
export function CostImport({ licenseIds, costs, onRead }: CostImportProps) {
  useLanguage();
  const reading = useTableFile(async (table) => {
    const known = new Set(licenseIds);
    const file = readCostFile(table, await readableColumnNames(), (id) => known.has(id));
    if (file.terms.size > 0) await onRead(file.terms);
    return file;
  });

  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        <TableFileButton reading={reading} label={t`File of prices and seats`}>
          {t`Import prices…`}
        </TableFileButton>
        <Button
          size="small"
          onClick={() =>
            downloadText(
              'license-prices.csv',
              'text/csv',
              toCsv(templateHeader(), costTemplateRows(licenseIds, costs.terms)),
            )
          }
        >
          {t`Download template`}
        </Button>
      </Stack>
      <ImportOutcome
        reading={reading}
        missingText={missingText}
        takenText={takenText}
        problemText={rowProblemText}
      />
    </>
  );
}

function missingText(missing: CostFile['missing']): string {
  const [first = '', second] = missing.map(costColumnName);
  return second === undefined
    ? t`The file has no column named ${first}. Nothing was taken.`
    : t`The file has no column named ${first} or ${second}. Nothing was taken.`;
}

function takenText({ terms, problems }: CostFile): string {
  const [licenses, rows] = [terms.size, problems.length];
  return t`Taken: ${plural(licenses, { one: '# license', other: '# licenses' })}. Not taken: ${plural(rows, { one: '# row', other: '# rows' })}.`;
}
