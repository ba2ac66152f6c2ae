import { ApiError } from '@/api/errors';
import type { Assignments } from '@/model/organizationIndex';
import type { JobService } from './service';

/** A reading of this age is as good as one made now: it was made for the request before. */
const JUST_READ_MS = 3_000;

interface ReaderOptions {
  readonly service: JobService;
  readonly now: () => number;
  /** Called before each request. What it throws ends the reading. */
  readonly beforeRequest: () => void;
  readonly onRead: (read: Assignments) => void;
  /** What to throw for an error of the service. */
  readonly errorOf: (error: ApiError) => Error;
}

/** Reads users for a job, and knows whom it has just read. */
export class Reader {
  readonly #options: ReaderOptions;
  #recent: { readonly at: number; readonly read: Assignments }[] = [];

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** What these users hold now. Those of whom the service says nothing are absent. */
  async read(userIds: readonly string[], beforeRequest = this.#options.beforeRequest) {
    const { service, now, onRead, errorOf } = this.#options;
    try {
      const at = now();
      const read = await service.read(userIds, { onRequest: beforeRequest });
      this.#recent.push({ at, read });
      onRead(read);
      return read;
    } catch (error) {
      throw error instanceof ApiError ? errorOf(error) : error;
    }
  }

  /** The same, from what was read a moment ago where that names all of them. */
  async readUnlessJustRead(userIds: readonly string[]): Promise<Assignments> {
    const oldest = this.#options.now() - JUST_READ_MS;
    this.#recent = this.#recent.filter(({ at }) => at >= oldest);
    const known = new Map<string, ReadonlySet<string>>();
    for (const userId of userIds) {
      const held = this.#lastOf(userId);
      if (!held) return this.read(userIds);
      known.set(userId, held);
    }
    return known;
  }

  #lastOf(userId: string): ReadonlySet<string> | undefined {
    for (let at = this.#recent.length - 1; at >= 0; at -= 1) {
      const held = this.#recent[at]?.read.get(userId);
      if (held) return held;
    }
    return undefined;
  }
}
