import { useMemo, useSyncExternalStore } from 'react';
import { type Mute, parseMutes, withMute, withMutes, withoutMute } from '@/model/findingsMutes';

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

/** What this person has muted in this organization, kept in this browser. */
export function useMutes(ownerKey: string | undefined) {
  const storageKey = `license-console.audit.mutes|${ownerKey ?? ''}`;
  const stored = useSyncExternalStore(subscribe, () =>
    ownerKey === undefined ? null : readStored(storageKey),
  );
  const mutes = useMemo(() => parseMutes(stored), [stored]);

  /**
   * Changes what is kept now: another tab, or somebody meanwhile, may have muted more than was drawn last.
   * @throws when the browser keeps nothing.
   * @returns how many more it keeps then
   */
  function change(next: (kept: readonly Mute[]) => readonly Mute[]): number {
    const before = parseMutes(readStored(storageKey));
    const after = next(before);
    localStorage.setItem(storageKey, JSON.stringify(after));
    for (const listener of listeners) listener();
    return after.length - before.length;
  }
  return {
    mutes,
    mute: (mute: Mute) => change((kept) => withMute(kept, mute)),
    unmute: (mute: Pick<Mute, 'rule' | 'userId'>) => change((kept) => withoutMute(kept, mute)),
    /** Says how many of them were not muted before. */
    add: (more: readonly Mute[]) => change((kept) => withMutes(kept, more)),
  };
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
