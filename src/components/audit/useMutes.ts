import { useMemo, useSyncExternalStore } from 'react';
import { type Mute, parseMutes, withMute, withoutMute } from '@/model/findingsMutes';

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

  /** @throws when the browser keeps nothing. */
  function write(next: readonly Mute[]): void {
    localStorage.setItem(storageKey, JSON.stringify(next));
    for (const listener of listeners) listener();
  }
  return {
    mutes,
    mute: (mute: Mute) => write(withMute(mutes, mute)),
    unmute: (mute: Pick<Mute, 'rule' | 'userId'>) => write(withoutMute(mutes, mute)),
  };
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
