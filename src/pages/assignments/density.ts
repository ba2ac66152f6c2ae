import { useSyncExternalStore } from 'react';

/** How high the rows are. Comfortable is what fingers hit, compact shows more at a glance. */
export type Density = 'comfortable' | 'compact';

export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { comfortable: 32, compact: 24 };

/** A taste of whoever sits here, so it belongs to the browser and not to the address. */
const STORAGE_KEY = 'license-console.matrix.density';
const listeners = new Set<() => void>();
let current: Density | undefined;

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, density);
}

export function setDensity(next: Density): void {
  current = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Where nothing may be kept, it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function density(): Density {
  current ??= readStored();
  return current;
}

function readStored(): Density {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'compact' ? 'compact' : 'comfortable';
  } catch {
    return 'comfortable';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
