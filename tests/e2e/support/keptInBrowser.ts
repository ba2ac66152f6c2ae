import type { Page } from '@playwright/test';

/**
 * Everything that the browser keeps for the site but sessionStorage, as one text: localStorage, cookies, IndexedDB,
 * caches, the state of the history entry, the address, and what the page shows.
 */
export async function keptInBrowser(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(`${name} cannot be opened`)));
      });
      for (const storeName of database.objectStoreNames) {
        const records = await new Promise<unknown>((resolve, reject) => {
          const reading = database.transaction(storeName).objectStore(storeName).getAll();
          reading.addEventListener('success', () => resolve(reading.result));
          reading.addEventListener('error', () => reject(new Error(`${name} cannot be read`)));
        });
        databases.push({ name, storeName, records });
      }
      database.close();
    }
    return {
      databases,
      local: JSON.stringify(localStorage),
      caches: await caches.keys(),
      state: history.state as unknown,
      address: location.href,
      shown: document.documentElement.outerHTML,
    };
  });
  return JSON.stringify({ ...kept, cookies: await page.context().cookies() });
}
