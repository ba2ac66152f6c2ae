// @vitest-environment node
import 'fake-indexeddb/auto';
import type { DBSchema } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canUseDatabases, Database, StorageUnavailable } from '@/store/Database';

interface Notes extends DBSchema {
  notes: { key: string; value: string };
}

let count = 0;

function notes(options: { name?: string; version?: number } = {}) {
  const { name = `notes-${(count += 1)}`, version = 1 } = options;
  const database = new Database<Notes>({
    name,
    version,
    openWithinMs: 50,
    upgrade: (upgraded, from) => {
      if (from === 0) upgraded.createObjectStore('notes');
    },
  });
  return {
    name,
    database,
    write: (text: string) => database.use((opened) => opened.put('notes', text, 'a')),
    read: () => database.use((opened) => opened.get('notes', 'a')),
  };
}

async function unavailable(work: Promise<unknown>): Promise<unknown> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StorageUnavailable);
  return error instanceof StorageUnavailable ? error.reason : undefined;
}

afterEach(() => vi.unstubAllGlobals());

describe('a database of this browser', () => {
  it('is opened when it is first used, and keeps what is written', async () => {
    const { write, read } = notes();
    await write('kept');
    expect(await read()).toBe('kept');
  });

  it('is opened again when the browser has closed it', async () => {
    const { database, write, read } = notes();
    await write('kept');
    await database.use(async (opened) => opened.close());
    expect(await read()).toBe('kept');
    await write('and written again');
    expect(await read()).toBe('and written again');
  });

  it('is given up when the browser never answers, and tried anew the next time', async () => {
    const { write, read } = notes();
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
    expect(await unavailable(write('lost'))).toBe('silent');
    vi.unstubAllGlobals();
    await write('kept');
    expect(await read()).toBe('kept');
  });

  it('says that the browser forbids it', async () => {
    const { write } = notes();
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Not in a private window', 'SecurityError');
      },
    });
    expect(await unavailable(write('lost'))).toBe('forbidden');
    expect(await canUseDatabases()).toBe(false);
  });

  it('makes way for a newer version of the console in another tab, and says so afterwards', async () => {
    const old = notes();
    await old.write('kept');
    const newer = notes({ name: old.name, version: 2 });
    expect(await newer.read()).toBe('kept');
    expect(await unavailable(old.read())).toBe('newer');
  });

  it('is given up when an older tab does not make way, and used once that is closed', async () => {
    const { name } = notes();
    // A page of before this class, which does not listen for newer ones.
    const blocker = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('notes');
      request.onsuccess = () => resolve(request.result);
    });
    const newer = notes({ name, version: 2 });
    expect(await unavailable(newer.read())).toBe('silent');
    blocker.close();
    expect(await newer.read()).toBeUndefined();
  });

  it('passes on what the work throws', async () => {
    const { database } = notes();
    await expect(database.use(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  });

  it('can be used here', async () => {
    expect(await canUseDatabases()).toBe(true);
  });
});
