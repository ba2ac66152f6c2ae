import type { Call } from '../service/call';
import { type Page, pageCount, slice } from '../service/input';

/** A page of a list, as the service wraps it. */
export function listingOf<Item, Entity>(
  { query, path }: Pick<Call, 'query' | 'path'>,
  items: readonly Item[],
  page: Page,
  present: (item: Item) => Entity,
) {
  const pages = pageCount(items.length, page);
  const next = new URLSearchParams(query);
  next.set('pageSize', String(page.size));
  next.set('pageNumber', String(page.number + 1));
  return {
    entities: slice(items, page).map(present),
    pageSize: page.size,
    pageNumber: page.number,
    total: items.length,
    ...(page.number < pages && { nextUri: `${path}?${next.toString()}` }),
    pageCount: pages,
  };
}
