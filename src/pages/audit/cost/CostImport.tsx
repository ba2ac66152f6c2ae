import { plural, t } from '@lingui/core/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useRef, useState } from 'react';
import { fileFaultText } from '@/components/file/fileFaultText';
import { describeError } from '@/components/page/describeError';
import { visuallyHidden } from '@/components/page/visuallyHidden';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/types';
import { downloadText } from '@/files/download';
import { FileProblem } from '@/files/FileProblem';
import { readTable } from '@/files/readTable';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import {
  type CostFile,
  type CostRowProblem,
  costTemplateRows,
  readCostFile,
} from '@/model/costFile';
import type { Costs } from '@/model/costs';
import { toCsv } from '@/model/csv';
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
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [result, setResult] = useState<CostFile>();
  const [problem, setProblem] = useState('');

  async function read(file: File) {
    setReading(true);
    setResult(undefined);
    setProblem('');
    try {
      const { signal } = new AbortController();
      const table = await readTable(file, { signal, onShare: () => undefined });
      const known = new Set(licenseIds);
      const outcome = readCostFile(table, await readableColumnNames(), (id) => known.has(id));
      if (outcome.terms.size > 0) await onRead(outcome.terms);
      setResult(outcome);
    } catch (error) {
      setProblem(
        error instanceof FileProblem ? fileFaultText(error.fault) : describeError(error).message,
      );
    } finally {
      setReading(false);
    }
  }

  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx"
          aria-label={t`File of prices and seats`}
          tabIndex={-1}
          style={visuallyHidden}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
            // The same file, mended, may be chosen again.
            target.value = '';
          }}
        />
        <Button size="small" disabled={isReading} onClick={() => input.current?.click()}>
          {isReading ? t`Reading…` : t`Import prices…`}
        </Button>
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
      {problem !== '' && <Alert severity="error">{problem}</Alert>}
      {result && result.missing.length > 0 && (
        <Alert severity="error">{missingText(result.missing)}</Alert>
      )}
      {result && result.missing.length === 0 && (
        <Alert severity={result.problems.length > 0 ? 'warning' : 'success'}>
          {takenText(result.terms.size, result.problems.length)}
        </Alert>
      )}
      {result && result.problems.length > 0 && (
        <Section title={t`Rows that were not taken`}>
          <DataTable
            label={t`Rows that were not taken`}
            columns={problemColumns()}
            rows={result.problems}
            rowKey={({ line }) => String(line)}
            limit={20}
          />
        </Section>
      )}
    </>
  );
}

function problemColumns(): Column<CostRowProblem>[] {
  return [
    { id: 'line', header: t`Line`, cell: ({ line }) => formatNumber(line) },
    { id: 'problem', header: t`Why it was not taken`, width: '85%', cell: rowProblemText },
  ];
}

function missingText(missing: CostFile['missing']): string {
  const [first = '', second] = missing.map(costColumnName);
  return second === undefined
    ? t`The file has no column named ${first}. Nothing was taken.`
    : t`The file has no column named ${first} or ${second}. Nothing was taken.`;
}

function takenText(licenses: number, rows: number): string {
  return t`Taken: ${plural(licenses, { one: '# license', other: '# licenses' })}. Not taken: ${plural(rows, { one: '# row', other: '# rows' })}.`;
}
