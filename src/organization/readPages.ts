import type { EntityPage } from '@/api/client';
import { ApiError } from '@/api/errors';

interface Identified {
  id?: string;
}

export interface PageRequest {
  pageNumber: number;
  pageSize: number;
}

export interface FailedPage {
  request: PageRequest;
  error: unknown;
}

interface ReadPagesOptions<Entity> {
  read: (page: PageRequest, signal: AbortSignal) => Promise<EntityPage<Entity>>;
  onPage: (page: EntityPage<Entity>) => void;
  /** Told after each page; `total` is undefined while the service has not said how many pages there are. */
  onProgress: (done: number, total: number | undefined) => void;
  signal: AbortSignal;
}

/** The service takes 500 where it takes many; a stand-in or an older version may take fewer. */
const PAGE_SIZES = [500, 100, 25];
/** Requests of one listing under way at once. */
const CONCURRENCY = 3;

/**
 * Reads a whole listing, several pages at once, and gives them as they arrive. Throws when not even the first page can
 * be read; a later page that fails is returned, and the others still arrive.
 */
export async function readPages<Entity extends Identified>(
  options: ReadPagesOptions<Entity>,
): Promise<FailedPage[]> {
  const { first, pageSize } = await readFirstPage(options);
  options.onPage(first);

  const pageCount = pageCountOf(first, pageSize);
  options.onProgress(1, pageCount);
  if (pageCount === undefined) {
    await readUntilEmpty(options, pageSize, first.entities);
    return [];
  }
  const rest = Array.from({ length: pageCount - 1 }, (_, i) => ({ pageNumber: i + 2, pageSize }));
  return readThese(options, rest, 1);
}

/** Reads the given pages, several at once. */
export async function readThese<Entity>(
  { read, onPage, onProgress, signal }: ReadPagesOptions<Entity>,
  requests: readonly PageRequest[],
  alreadyDone: number,
): Promise<FailedPage[]> {
  const failed: FailedPage[] = [];
  const queue = [...requests];
  let done = alreadyDone;
  const total = alreadyDone + requests.length;

  async function worker() {
    for (let request = queue.shift(); request; request = queue.shift()) {
      try {
        onPage(await read(request, signal));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ApiError && error.isUnauthorized) throw error;
        failed.push({ request, error });
      }
      done += 1;
      onProgress(done, total);
    }
  }

  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return failed;
}

async function readFirstPage<Entity>({ read, signal }: ReadPagesOptions<Entity>) {
  for (const [attempt, pageSize] of PAGE_SIZES.entries()) {
    try {
      const first = await read({ pageNumber: 1, pageSize }, signal);
      return { first, pageSize: Math.min(givenSize(first) ?? pageSize, pageSize) };
    } catch (error) {
      if (!isTooLarge(error) || attempt === PAGE_SIZES.length - 1) throw error;
    }
  }
  throw new Error('PAGE_SIZES is empty');
}

/** Refused for its size, or too long in the making. */
function isTooLarge(error: unknown): boolean {
  return error instanceof ApiError && [400, 408, 413, 504].includes(error.status ?? 0);
}

/** A service that gives smaller pages than it was asked for counts its pages in its own size, said or not. */
function givenSize({ pageSize, total, entities }: EntityPage<unknown>): number | undefined {
  if (pageSize !== undefined && pageSize > 0) return pageSize;
  const length = entities.length;
  return length > 0 && total !== undefined && total > length ? length : undefined;
}

function pageCountOf(listing: EntityPage<unknown>, pageSize: number): number | undefined {
  if (listing.pageCount !== undefined) return Math.max(1, listing.pageCount);
  if (listing.total !== undefined) return Math.max(1, Math.ceil(listing.total / pageSize));
  return undefined;
}

/** For a service that does not say how many pages it has: goes on until a page brings nothing, or the same again. */
async function readUntilEmpty<Entity extends Identified>(
  { read, onPage, onProgress, signal }: ReadPagesOptions<Entity>,
  pageSize: number,
  firstPage: Entity[],
): Promise<void> {
  let previous = firstPage;
  for (let pageNumber = 2; previous.length > 0; pageNumber++) {
    const page = await read({ pageNumber, pageSize }, signal);
    const [first] = page.entities;
    // A service that does not know pages answers with everything, however often it is asked.
    if (first?.id !== undefined && first.id === previous[0]?.id) return;
    onPage(page);
    onProgress(pageNumber, undefined);
    previous = page.entities;
  }
}
