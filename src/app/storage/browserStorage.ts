import { MemoryStorage } from './MemoryStorage';

type StorageName = 'sessionStorage' | 'localStorage';

const missing = new Set<StorageName>();

/**
 * Puts a stand-in that lives as long as the page where the browser forbids a storage, or gives it no room, as private
 * windows and strict settings do. Everything that uses it goes on, and `isKept` says that nothing of it stays.
 */
export function provideStorage(): void {
  for (const name of ['sessionStorage', 'localStorage'] as const) {
    if (works(name)) continue;
    missing.add(name);
    Object.defineProperty(window, name, { configurable: true, value: new MemoryStorage() });
  }
}

export function isKept(name: StorageName): boolean {
  return !missing.has(name);
}

function works(name: StorageName): boolean {
  const key = 'license-console.probe';
  try {
    window[name].setItem(key, key);
    window[name].removeItem(key);
    return true;
  } catch {
    // Full is not forbidden: what is in it can still be read and removed.
    return hasEntries(name);
  }
}

function hasEntries(name: StorageName): boolean {
  try {
    return window[name].length > 0;
  } catch {
    return false;
  }
}
