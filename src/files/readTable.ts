import type { FileRow, FileTable } from '@/model/changeFileTable';
import { FileProblem, fileProblemOf } from './FileProblem';
import { type FileKind, kindOfFile } from './kindOfFile';
import { MOST_BYTES } from './limits';
import type { ReaderMessage } from './messages';

export interface ReadOptions {
  /** Stops the reading at once, wherever it is. */
  readonly signal: AbortSignal;
  /** Told the share that is read, for formats where that can be told. */
  readonly onShare: (share: number) => void;
}

/**
 * Reads a CSV or XLSX file in a worker of its own, so that the page goes on meanwhile.
 * @throws {FileProblem} when the file cannot be read at all.
 */
export async function readTable(file: File, { signal, onShare }: ReadOptions): Promise<FileTable> {
  if (file.size > MOST_BYTES) throw new FileProblem({ kind: 'tooManyBytes' });
  const kind = await kindOfFile(file).catch((error: unknown) => {
    throw fileProblemOf(error);
  });
  signal.throwIfAborted();
  const worker = startWorker(kind);
  try {
    return await new Promise<FileTable>((resolve, reject) => {
      const rows: FileRow[] = [];
      worker.addEventListener('message', ({ data }: MessageEvent<ReaderMessage>) => {
        switch (data.kind) {
          case 'share':
            onShare(data.share);
            return;
          case 'rows':
            for (const row of data.rows) rows.push(row);
            return;
          case 'table':
            resolve({ ...data.table, rows });
            return;
          case 'problem':
            reject(new FileProblem(data.fault));
        }
      });
      worker.addEventListener('error', () => reject(new FileProblem({ kind: 'readerBroke' })));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}

/** A worker for each format, so that only what is needed is loaded. */
function startWorker(kind: FileKind): Worker {
  return kind === 'xlsx'
    ? new Worker(new URL('./xlsxWorker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./csvWorker.ts', import.meta.url), { type: 'module' });
}
