import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { useApi } from '@/api/ApiProvider';
import { useMe } from '@/api/session';
import { byName } from '@/model/text';

/** A view of the matrix under a name: the part of its address after the question mark. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

const storedViews = z.array(z.object({ name: z.string().min(1), search: z.string() }));

export interface SavedViews {
  /** By name. */
  readonly views: readonly SavedView[];
  /** Replaces a view of the same name. @throws when the browser keeps nothing. */
  readonly save: (view: SavedView) => void;
  /** @throws when the browser keeps nothing. */
  readonly remove: (name: string) => void;
}

/** The views that this person has saved of this organization, in this browser. */
export function useSavedViews(): SavedViews {
  const { baseUrl } = useApi();
  const { data: me } = useMe();
  const owner = [baseUrl, me?.organization?.id ?? '', me?.id ?? ''].join('|');
  const key = `license-console.matrix.views|${owner}`;
  const stored = useSyncExternalStore(subscribe, () => readStored(key));
  const views = useMemo(() => parse(stored), [stored]);

  function write(next: readonly SavedView[]): void {
    localStorage.setItem(key, JSON.stringify(next));
    for (const listener of listeners) listener();
  }
  const without = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    save: (view) => write([...without(view.name), view]),
    remove: (name) => write(without(name)),
  };
}

function parse(stored: string | null): readonly SavedView[] {
  try {
    const views = storedViews.parse(JSON.parse(stored ?? '[]'));
    return views.toSorted((a, b) => byName.compare(a.name, b.name));
  } catch {
    // Written by something else; nothing of it can be trusted.
    return [];
  }
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of the same person.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
