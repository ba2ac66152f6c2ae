import { useSyncExternalStore } from 'react';

/**
 * Whether single letters are shortcuts. Who speaks to the computer, or hits keys by accident, must be able to turn them
 * off (WCAG 2.1.4); it is a matter of whoever sits here, so the browser keeps it.
 */
const STORAGE_KEY = 'license-console.letter-shortcuts';
const OFF = 'off';
const listeners = new Set<() => void>();
let current: boolean | undefined;

export function areLetterKeysOn(): boolean {
  current ??= readStored();
  return current;
}

export function setLetterKeys(areOn: boolean): void {
  current = areOn;
  try {
    if (areOn) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, OFF);
  } catch {
    // Where nothing may be kept, it holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, areLetterKeysOn);
}

function readStored(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== OFF;
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
