import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';

/** Why a database of this browser cannot be used. */
export class StorageUnavailable extends Error {
  /**
   * `forbidden`: the browser does not allow it. `silent`: it does not answer, as when it is broken or waits for an older
   * tab. `newer`: a newer version of the console has changed it, so this page has to be reloaded.
   */
  readonly reason: 'forbidden' | 'silent' | 'newer';

  constructor(reason: StorageUnavailable['reason'], cause?: unknown) {
    super(`IndexedDB cannot be used: ${reason}`, { cause });
    this.name = 'StorageUnavailable';
    this.reason = reason;
  }
}

interface DatabaseOptions<Schema extends DBSchema> {
  readonly name: string;
  readonly version: number;
  readonly upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>;
  /** How long the browser may take to open it. */
  readonly openWithinMs?: number;
}

const OPEN_WITHIN_MS = 4_000;

/**
 * A database of this browser: opened when it is first used, opened again when the browser has closed it, and given up
 * where the browser does not open it in time.
 */
export class Database<Schema extends DBSchema> {
  readonly #options: DatabaseOptions<Schema>;
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(options: DatabaseOptions<Schema>) {
    this.#options = options;
  }

  /**
   * Does some work with the database; where the browser closed it meanwhile, once more with a new connection. Work is
   * therefore one transaction, of which either everything has happened or nothing.
   *
   * @throws {StorageUnavailable} when it cannot be opened. What the work throws is passed on.
   */
  async use<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    const database = await this.#open();
    try {
      return await work(database);
    } catch (error) {
      if (!isClosedConnection(error)) throw error;
      this.#forget(database);
      return work(await this.#open());
    }
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    (await opened?.catch(() => undefined))?.close();
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    if (!this.#opened) {
      const opening = this.#openInTime();
      this.#opened = opening;
      // A failure is told once and tried again the next time.
      opening.catch(() => {
        if (this.#opened === opening) this.#opened = undefined;
      });
    }
    return this.#opened;
  }

  async #openInTime(): Promise<IDBPDatabase<Schema>> {
    const { name, version, upgrade, openWithinMs = OPEN_WITHIN_MS } = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isTooLate = false;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isTooLate = true;
        reject(new StorageUnavailable('silent'));
      }, openWithinMs);
    });
    const opening = openDatabase<Schema>(name, version, {
      upgrade,
      // Another tab has a newer version of the console, which waits for this connection to end.
      blocking: () => void this.close(),
      terminated: () => {
        this.#opened = undefined;
      },
    });
    // What nobody waits for any more would keep other tabs from upgrading.
    opening.then(
      (database) => isTooLate && database.close(),
      () => undefined,
    );
    try {
      return await Promise.race([opening, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  #forget(database: IDBPDatabase<Schema>): void {
    this.#opened = undefined;
    database.close();
  }
}

/** Whether this browser opens databases at all, within the time that one is given. */
export async function canUseDatabases(): Promise<boolean> {
  const probe = new Database({
    name: 'license-console.probe',
    version: 1,
    upgrade: () => undefined,
  });
  try {
    await probe.use(() => Promise.resolve());
    return true;
  } catch {
    return false;
  } finally {
    await probe.close();
  }
}

async function openDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  callbacks: OpenDBCallbacks<Schema>,
): Promise<IDBPDatabase<Schema>> {
  try {
    return await openDB<Schema>(name, version, callbacks);
  } catch (error) {
    const isNewer = error instanceof DOMException && error.name === 'VersionError';
    throw new StorageUnavailable(isNewer ? 'newer' : 'forbidden', error);
  }
}

/** Browsers close connections on their own: when storage is cleared, when a disk fails, after long sleep. */
function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}
