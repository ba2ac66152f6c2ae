import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { SnapshotStore } from './SnapshotStore';

/** One for the page: opening the database takes longer than reading from it. */
const store = new SnapshotStore();

const listKey = (owner: string) => ['snapshots', 'list', owner] as const;

export const snapshotStore = (): SnapshotStore => store;

/** The owner's snapshots, newest first. Call `changed` after the store was written to. */
export function useSnapshots(owner: string | undefined) {
  const queryClient = useQueryClient();
  const list = useQuery({
    queryKey: listKey(owner ?? ''),
    queryFn: () => store.list(owner ?? ''),
    enabled: owner !== undefined,
    staleTime: 0,
    networkMode: 'always',
  });
  const changed = useCallback(
    () => queryClient.invalidateQueries({ queryKey: ['snapshots', 'list'] }),
    [queryClient],
  );
  return { list, changed };
}

/** What everybody held at a snapshot; null where there is none of that id. */
export function snapshotQuery(owner: string | undefined, id: string | undefined) {
  return queryOptions({
    queryKey: ['snapshots', 'content', owner, id] as const,
    queryFn: async () => (await store.load(owner ?? '', id ?? '')) ?? null,
    enabled: owner !== undefined && id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    // Some megabytes: not to be kept longer than they are looked at.
    gcTime: 60_000,
    structuralSharing: false,
  });
}
