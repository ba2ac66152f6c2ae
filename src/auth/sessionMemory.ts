import * as z from 'zod/mini';
import { type SessionRecord, sessionRecordSchema } from './session';
import { STORAGE_PREFIX } from './storagePrefix';

const SESSION = `${STORAGE_PREFIX}session`;
const OWNER = `${STORAGE_PREFIX}owner`;
const SIGNED_OUT = `${STORAGE_PREFIX}signed-out`;
const RETURN_TO = `${STORAGE_PREFIX}return-to`;

const ownerSchema = z.object({ person: z.string(), sessionId: z.string() });
type Owner = z.output<typeof ownerSchema>;

/** What the tab remembers over a reload and over the way to the sign-in page and back, in sessionStorage. */
export class SessionMemory {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  readSession(): SessionRecord | undefined {
    return this.#read(SESSION, sessionRecordSchema);
  }

  writeSession(record: SessionRecord): void {
    this.#storage.setItem(SESSION, JSON.stringify(record));
  }

  forgetSession(): void {
    this.#storage.removeItem(SESSION);
  }

  /** Whose things the tab holds. */
  readOwner(): Owner | undefined {
    return this.#read(OWNER, ownerSchema);
  }

  writeOwner(owner: Owner): void {
    this.#storage.setItem(OWNER, JSON.stringify(owner));
  }

  /** Leaves a word for the login page, which the service's own sign-out comes back to. */
  noteSignOut(): void {
    this.#storage.setItem(SIGNED_OUT, 'true');
  }

  takeSignOut(): boolean {
    const noted = this.#storage.getItem(SIGNED_OUT) !== null;
    this.#storage.removeItem(SIGNED_OUT);
    return noted;
  }

  /** The page that was asked for before there was a session. */
  readReturnTo(): string | undefined {
    return this.#storage.getItem(RETURN_TO) ?? undefined;
  }

  writeReturnTo(path: string): void {
    this.#storage.setItem(RETURN_TO, path);
  }

  forgetReturnTo(): void {
    this.#storage.removeItem(RETURN_TO);
  }

  /** Removes everything of the console's from the tab: session, token, drafts. */
  clear(): void {
    this.#removeKeys(() => true);
  }

  /** Removes what a former user of the tab left, and keeps the session of the present one. */
  clearLeftovers(): void {
    this.#removeKeys((key) => key !== SESSION && !key.startsWith(`${STORAGE_PREFIX}oidc.`));
  }

  #removeKeys(condemned: (key: string) => boolean): void {
    const keys = Array.from({ length: this.#storage.length }, (_, index) =>
      this.#storage.key(index),
    );
    for (const key of keys) {
      if (key?.startsWith(STORAGE_PREFIX) && condemned(key)) this.#storage.removeItem(key);
    }
  }

  #read<T>(key: string, schema: z.ZodMiniType<T>): T | undefined {
    try {
      return schema.parse(JSON.parse(this.#storage.getItem(key) ?? ''));
    } catch {
      return undefined;
    }
  }
}
