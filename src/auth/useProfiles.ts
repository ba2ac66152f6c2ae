import { useMemo, useSyncExternalStore } from 'react';
import { newId } from '@/api/newId';
import { useConfig } from '@/config/ConfigProvider';
import {
  allProfiles,
  type Profile,
  parseProfiles,
  type SavedProfile,
  storedProfiles,
  storeProfiles,
  subscribeToProfiles,
} from './profiles';

export interface Profiles {
  readonly profiles: readonly Profile[];
  /** Gives the id of the new profile. @throws when the browser keeps nothing. */
  readonly add: (profile: Omit<SavedProfile, 'id'>) => string;
  /** @throws when the browser keeps nothing. */
  readonly rename: (id: string, name: string) => void;
  /** @throws when the browser keeps nothing. */
  readonly remove: (id: string) => void;
}

/** The organizations to choose from, and how those that are saved in this browser change. */
export function useProfiles(): Profiles {
  const config = useConfig();
  const stored = useSyncExternalStore(subscribeToProfiles, storedProfiles);
  const saved = useMemo(() => parseProfiles(stored), [stored]);
  const profiles = useMemo(() => allProfiles(config, saved), [config, saved]);

  return {
    profiles,
    add: (profile) => {
      const id = newId();
      storeProfiles([...saved, { ...profile, id }]);
      return id;
    },
    rename: (id, name) =>
      storeProfiles(saved.map((profile) => (profile.id === id ? { ...profile, name } : profile))),
    remove: (id) => storeProfiles(saved.filter((profile) => profile.id !== id)),
  };
}
