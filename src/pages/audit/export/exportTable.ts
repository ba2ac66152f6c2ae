import { downloadBlob } from '@/files/download';
import type { ExportFormat, ExportTable } from './table';

/** So few rows are written faster than a worker starts. */
const ROWS_WITHOUT_WORKER = 2_000;

/** Hands a table over as a file. A long one is written in a worker, so that the page goes on meanwhile. */
export async function exportTable(format: ExportFormat, table: ExportTable): Promise<void> {
  const file =
    table.rows.length > ROWS_WITHOUT_WORKER
      ? await writeInWorker(format, table)
      : await (await import('./writeTable')).writeTable(format, table);
  const name = table.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  downloadBlob(`${name}-${new Date().toISOString().slice(0, 10)}.${format}`, file);
}

async function writeInWorker(format: ExportFormat, table: ExportTable): Promise<Blob> {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Blob>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Blob | string>) => {
        if (typeof data === 'string') reject(new Error(data));
        else resolve(data);
      });
      worker.addEventListener('error', () =>
        reject(new Error('The writer of files did not start or ran out of memory.')),
      );
      worker.postMessage({ format, table });
    });
  } finally {
    worker.terminate();
  }
}
