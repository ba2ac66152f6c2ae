import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useRef, useState } from 'react';
import { describeError } from '@/components/page/describeError';
import { visuallyHidden } from '@/components/page/visuallyHidden';
import { Section } from '@/components/section/Section';
import { DataTable } from '@/components/table/DataTable';
import { plural } from '@/components/text/plural';
import { downloadText } from '@/files/download';
import { readTable } from '@/files/readTable';
import {
  COST_HEADER,
  type CostFile,
  type CostRowProblem,
  costTemplateRows,
  readCostFile,
} from '@/model/costFile';
import type { Costs } from '@/model/costs';
import { toCsv } from '@/model/csv';
import { rowProblemText } from './costWords';

interface CostImportProps {
  licenseIds: readonly string[];
  costs: Costs;
  /** Rejects when the browser keeps nothing. */
  onRead: (terms: CostFile['terms']) => Promise<void>;
}

const COLUMNS = [
  { id: 'line', header: 'Line', cell: ({ line }: CostRowProblem) => line.toLocaleString() },
  { id: 'problem', header: 'Why it was not taken', width: '85%', cell: rowProblemText },
];

/** Takes prices and seats from a CSV or XLSX file, row by row. */
export function CostImport({ licenseIds, costs, onRead }: CostImportProps) {
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
      const outcome = readCostFile(table, (licenseId) => known.has(licenseId));
      if (outcome.terms.size > 0) await onRead(outcome.terms);
      setResult(outcome);
    } catch (error) {
      setProblem(describeError(error).message);
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
          aria-label="File of prices and seats"
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
          {isReading ? 'Reading…' : 'Import prices…'}
        </Button>
        <Button
          size="small"
          onClick={() =>
            downloadText(
              'license-prices.csv',
              'text/csv',
              toCsv(COST_HEADER, costTemplateRows(licenseIds, costs.terms)),
            )
          }
        >
          Download template
        </Button>
      </Stack>
      {problem !== '' && <Alert severity="error">{problem}</Alert>}
      {result && result.missing.length > 0 && (
        <Alert severity="error">
          {`The file has no column named ${result.missing.join(' or ')}. Nothing was taken.`}
        </Alert>
      )}
      {result && result.missing.length === 0 && (
        <Alert severity={result.problems.length > 0 ? 'warning' : 'success'}>
          {`Taken: ${plural(result.terms.size, 'license')}. Not taken: ${plural(result.problems.length, 'row')}.`}
        </Alert>
      )}
      {result && result.problems.length > 0 && (
        <Section title="Rows that were not taken">
          <DataTable
            label="Rows that were not taken"
            columns={COLUMNS}
            rows={result.problems}
            rowKey={({ line }) => String(line)}
            limit={20}
          />
        </Section>
      )}
    </>
  );
}
