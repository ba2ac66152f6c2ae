import { t } from '@lingui/core/macro';
import { downloadBlob } from '@/files/download';
import { formatNumber } from '@/i18n/formats';
import { nextTask } from '@/workers/nextTask';
import type { ExportFormat, ExportRow, ExportTable } from './table';

/** So few rows are written faster than a worker starts. They also are few enough to be handed over in between two frames. */
const ROWS_A_MESSAGE = 500;
/** Beside the header. */
const MOST_ROWS_OF_A_WORKBOOK = 1_048_575;

/** What the worker is told: some rows, and at last what to make of all of them. */
export type WriterMessage =
  | { readonly kind: 'rows'; readonly rows: readonly ExportRow[] }
  | {
      readonly kind: 'write';
      readonly format: ExportFormat;
      readonly table: ExportTable;
      readonly about: string;
    };

/** Hands a table over as a file. A long one is written in a worker, so that the page goes on meanwhile. */
export async function exportTable(format: ExportFormat, table: ExportTable): Promise<void> {
  const rows = table.rows[Symbol.iterator]();
  const first = take(rows, ROWS_A_MESSAGE);
  const file =
    first.length < ROWS_A_MESSAGE
      ? await (await import('./writeTable')).writeTable(
          format,
          { ...table, rows: first },
          aboutTitle(),
        )
      : await writeInWorker(format, table, first, rows);
  const name = table.title.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  downloadBlob(`${name}-${new Date().toISOString().slice(0, 10)}.${format}`, file);
}

async function writeInWorker(
  format: ExportFormat,
  table: ExportTable,
  first: readonly ExportRow[],
  rest: Iterator<ExportRow>,
): Promise<Blob> {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
  const say = (message: WriterMessage) => worker.postMessage(message);
  try {
    const written = new Promise<Blob>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Blob | string>) => {
        if (typeof data === 'string') reject(new Error(data));
        else resolve(data);
      });
      worker.addEventListener('error', () =>
        reject(new Error(t`The writer of files did not start or ran out of memory.`)),
      );
    });
    let count = 0;
    for (let rows = first; rows.length > 0; rows = take(rest, ROWS_A_MESSAGE)) {
      count += rows.length;
      if (format === 'xlsx' && count > MOST_ROWS_OF_A_WORKBOOK) throw tooManyRows();
      say({ kind: 'rows', rows });
      await nextTask();
    }
    say({ kind: 'write', format, table: { ...table, rows: [] }, about: aboutTitle() });
    return await written;
  } finally {
    worker.terminate();
  }
}

/** The worker that writes the file knows no language. */
const aboutTitle = () =>
  t({
    message: 'About',
    comment: 'Title of what a file says of itself: organization, time, filter',
  });

function tooManyRows(): RangeError {
  const most = formatNumber(MOST_ROWS_OF_A_WORKBOOK);
  return new RangeError(t`A workbook takes no more than ${most} rows.`);
}

function take(rows: Iterator<ExportRow>, count: number): ExportRow[] {
  const taken: ExportRow[] = [];
  while (taken.length < count) {
    const next = rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
