import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Costs, NO_COSTS } from '@/model/costs';
import { CostStore } from './CostStore';

/** One for the page: opening the database takes longer than reading from it. */
const store = new CostStore();

/** What the owner said of prices and seats, and how to change it. */
export function useCosts(owner: string | undefined) {
  const queryClient = useQueryClient();
  const kept = useQuery({
    queryKey: ['costs', owner ?? ''],
    queryFn: async () => (await store.load(owner ?? '')) ?? NO_COSTS,
    enabled: owner !== undefined,
    staleTime: 0,
    networkMode: 'always',
    structuralSharing: false,
  });
  /** Rejects when the browser keeps nothing. */
  const change = useCallback(
    async (next: (costs: Costs) => Costs) => {
      if (owner === undefined) return;
      const costs = await store.update(owner, (before) => next(before ?? NO_COSTS));
      queryClient.setQueryData(['costs', owner], costs);
    },
    [owner, queryClient],
  );
  return { kept, change };
}
