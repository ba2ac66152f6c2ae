import { downloadBlob } from '@/files/download';
import type { ExportFormat, ExportRow, ExportTable } from './table';

/** So few rows are written faster than a worker starts. */
const ROWS_WITHOUT_WORKER = 2_000;
/** Few enough to be handed over in between two frames. */
const ROWS_A_MESSAGE = 2_000;

/** What the worker is told: some rows, and at last what to make of all of them. */
export type WriterMessage =
  | { readonly kind: 'rows'; readonly rows: readonly ExportRow[] }
  | { readonly kind: 'write'; readonly format: ExportFormat; readonly table: ExportTable };

/** Hands a table over as a file. A long one is written in a worker, so that the page goes on meanwhile. */
export async function exportTable(format: ExportFormat, table: ExportTable): Promise<void> {
  const rows = table.rows[Symbol.iterator]();
  const first = take(rows, ROWS_WITHOUT_WORKER);
  const file =
    first.length < ROWS_WITHOUT_WORKER
      ? await (await import('./writeTable')).writeTable(format, { ...table, rows: first })
      : await writeInWorker(format, table, first, rows);
  const name = table.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
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
        reject(new Error('The writer of files did not start or ran out of memory.')),
      );
    });
    for (let rows = first; rows.length > 0; rows = take(rest, ROWS_A_MESSAGE)) {
      say({ kind: 'rows', rows });
      await nextTask();
    }
    say({ kind: 'write', format, table: { ...table, rows: [] } });
    return await written;
  } finally {
    worker.terminate();
  }
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

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
