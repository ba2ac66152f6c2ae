import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kindOfFile } from '@/files/kindOfFile';
import { MOST_BYTES, MOST_SILENT_MS } from '@/files/limits';
import type { ReaderMessage } from '@/files/messages';
import { readTable } from '@/files/readTable';

const csv = new File(['User,License\na,b'], 'changes.csv');
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Stands for the worker that a browser would start. */
class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  readonly received: unknown[] = [];
  isTerminated = false;

  constructor(readonly address: URL) {
    super();
    FakeWorker.started.push(this);
  }

  postMessage(message: unknown) {
    this.received.push(message);
  }

  terminate() {
    this.isTerminated = true;
  }

  say(...messages: ReaderMessage[]) {
    for (const data of messages) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  FakeWorker.started = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

async function start(file: File) {
  const controller = new AbortController();
  const onShare = vi.fn<(share: number) => void>();
  const reading = readTable(file, { signal: controller.signal, onShare });
  reading.catch(() => undefined);
  await vi.waitFor(() => expect(FakeWorker.started).toHaveLength(1));
  const [worker] = FakeWorker.started;
  if (!worker) throw new Error('No worker was started');
  return { reading, worker, controller, onShare };
}

describe('the kind of a file', () => {
  const kindOf = (...bytes: (string | Uint8Array<ArrayBuffer>)[]) => kindOfFile(new Blob(bytes));

  it('is told by its content', async () => {
    expect(await kindOf('User,License')).toBe('csv');
    expect(await kindOf('')).toBe('csv');
    expect(await kindOf('PK\u0003\u0004')).toBe('xlsx');
  });

  it('that this console cannot read is called by its name', async () => {
    const start = Uint8Array.from(OLD_EXCEL);
    const utf16 = 'EncryptedPackage'.replace(/./gu, '$&\0');

    await expect(kindOf(start)).rejects.toHaveProperty('fault', { kind: 'xls' });
    await expect(kindOf(start, new Uint8Array(600), utf16)).rejects.toHaveProperty('fault', {
      kind: 'protected',
    });
  });
});

describe('reading a file', () => {
  it('happens in a worker, and gives the rows it sends and then the rest', async () => {
    const { reading, worker, onShare } = await start(csv);
    expect(worker.address.href).toMatch(/csvWorker/u);
    expect(worker.received).toEqual([{ file: csv, sheet: undefined }]);

    worker.say(
      { kind: 'share', share: 0.5 },
      { kind: 'rows', rows: [{ line: 2, cells: ['a', 'b'] }] },
      { kind: 'rows', rows: [{ line: 3, cells: ['c', 'd'] }] },
      {
        kind: 'table',
        table: {
          header: ['User', 'License'],
          headerLine: 1,
          lineCount: 3,
          source: { format: 'CSV', separator: ',', encoding: 'UTF-8' },
        },
      },
    );

    expect((await reading).rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(onShare).toHaveBeenCalledWith(0.5);
    expect(worker.isTerminated).toBe(true);
  });

  it('takes the other worker for a workbook', async () => {
    const { worker } = await start(new File(['PK\u0003\u0004'], 'misnamed.csv'));
    expect(worker.address.href).toMatch(/xlsxWorker/u);
  });

  it('says what is wrong with the file', async () => {
    const { reading, worker } = await start(csv);
    worker.say({ kind: 'problem', fault: { kind: 'empty' } });
    await expect(reading).rejects.toHaveProperty('fault', { kind: 'empty' });
    expect(worker.isTerminated).toBe(true);
  });

  it('says when the worker itself breaks', async () => {
    const { reading, worker } = await start(csv);
    worker.dispatchEvent(new Event('error'));
    await expect(reading).rejects.toHaveProperty('fault', { kind: 'readerBroke' });
  });

  it('asks for the sheet that is wanted', async () => {
    const file = new File(['PK\u0003\u0004'], 'changes.xlsx');
    const { signal } = new AbortController();
    void readTable(file, { signal, onShare: () => undefined, sheet: 'Two' }).catch(() => undefined);
    await vi.waitFor(() => expect(FakeWorker.started).toHaveLength(1));
    expect(FakeWorker.started[0]?.received).toEqual([{ file, sheet: 'Two' }]);
  });

  it('ends when the worker says nothing for too long, but not while it goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { signal } = new AbortController();
      const ended = vi.fn<(error: unknown) => void>();
      readTable(csv, { signal, onShare: () => undefined }).catch(ended);
      for (let turn = 0; FakeWorker.started.length === 0 && turn < 1_000; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      const [worker] = FakeWorker.started;
      await vi.advanceTimersByTimeAsync(MOST_SILENT_MS - 1);
      worker?.say({ kind: 'share', share: 0.5 });
      await vi.advanceTimersByTimeAsync(MOST_SILENT_MS - 1);
      expect(ended).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(ended).toHaveBeenCalledWith(expect.objectContaining({ fault: { kind: 'tooLong' } }));
      expect(worker?.isTerminated).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('can be stopped at once', async () => {
    const { reading, worker, controller } = await start(csv);
    controller.abort();
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
    expect(worker.isTerminated).toBe(true);
  });

  it('is refused for a file of a size that no change has', async () => {
    const huge = new File([''], 'huge.csv');
    Object.defineProperty(huge, 'size', { value: MOST_BYTES + 1 });
    await expect(
      readTable(huge, { signal: new AbortController().signal, onShare: () => undefined }),
    ).rejects.toHaveProperty('fault', { kind: 'tooManyBytes' });
    expect(FakeWorker.started).toEqual([]);
  });

  it('tells when the file was taken away meanwhile', async () => {
    const gone = new File(['x'], 'gone.csv');
    vi.spyOn(gone, 'slice').mockReturnValue(
      Object.assign(new Blob(), {
        arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
      }),
    );
    await expect(
      readTable(gone, { signal: new AbortController().signal, onShare: () => undefined }),
    ).rejects.toHaveProperty('fault', { kind: 'gone' });
  });
});
