import type { FileRow, FileTable } from '@/model/changeFileTable';
import { FileProblem, fileProblemOf } from './FileProblem';
import { type FileKind, kindOfFile } from './kindOfFile';
import { MOST_BYTES, MOST_SILENT_MS } from './limits';
import type { ReaderMessage, ReaderRequest } from './messages';

export interface ReadOptions {
  /** Stops the reading at once, wherever it is. */
  readonly signal: AbortSignal;
  /** Told the share that is read, for formats where that can be told. */
  readonly onShare: (share: number) => void;
  /** The sheet of a workbook that is wanted; without it the one that was looked at last. */
  readonly sheet?: string | undefined;
}

/**
 * Reads a CSV or XLSX file in a worker of its own, so that the page goes on meanwhile. Every reading ends: one that says
 * nothing for too long is given up.
 * @throws {FileProblem} when the file cannot be read at all.
 */
export async function readTable(file: File, options: ReadOptions): Promise<FileTable> {
  if (file.size > MOST_BYTES) throw new FileProblem({ kind: 'tooManyBytes' });
  const patience = new Patience();
  try {
    const kind = await Promise.race([kindOfFile(file), patience.end]).catch((error: unknown) => {
      throw fileProblemOf(error);
    });
    options.signal.throwIfAborted();
    return await readInWorker(startWorker(kind), file, options, patience);
  } finally {
    patience.stop();
  }
}

async function readInWorker(
  worker: Worker,
  file: File,
  { signal, onShare, sheet }: ReadOptions,
  patience: Patience,
): Promise<FileTable> {
  try {
    const reading = new Promise<FileTable>((resolve, reject) => {
      const rows: FileRow[] = [];
      worker.addEventListener('message', ({ data }: MessageEvent<ReaderMessage>) => {
        patience.renew();
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
      worker.postMessage({ file, sheet } satisfies ReaderRequest);
    });
    return await Promise.race([reading, patience.end]);
  } finally {
    worker.terminate();
  }
}

/** Ends when it was not renewed for too long. */
class Patience {
  readonly end: Promise<never>;
  #giveUp: (reason: FileProblem) => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.end = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
    });
    this.end.catch(() => undefined);
    this.renew();
  }

  renew(): void {
    this.stop();
    this.#timer = setTimeout(
      () => this.#giveUp(new FileProblem({ kind: 'tooLong' })),
      MOST_SILENT_MS,
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** A worker for each format, so that only what is needed is loaded. */
function startWorker(kind: FileKind): Worker {
  return kind === 'xlsx'
    ? new Worker(new URL('./xlsxWorker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./csvWorker.ts', import.meta.url), { type: 'module' });
}
