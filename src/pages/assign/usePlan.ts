import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import { readInChunks } from '@/jobs/service';
import type { Assignments } from '@/model/organizationIndex';
import { type Plan, usersOf, type Wish } from '@/model/plan';
import { useOrganizationStore } from '@/organization/OrganizationProvider';
import { type PlanEdits, planWith } from './planEdits';

export interface PlanReading {
  /** Undefined until the users were read. */
  readonly plan: Plan | undefined;
  /** What the users hold, as just read. */
  readonly current: Assignments | undefined;
  readonly error: unknown;
  /** How many of the users were asked for so far. */
  readonly asked: number;
  readonly total: number;
  /** Epoch milliseconds of the reading. */
  readonly readAt: number;
  readonly isReading: boolean;
  /** Gives what was read, and undefined where that failed. */
  readonly readAgain: () => Promise<Assignments | undefined>;
}

/**
 * Reads the users anew and plans on nothing else: what the matrix shows may be minutes old. Leaving the page cancels the
 * reading.
 */
export function usePlan(wishes: readonly Wish[], edits: PlanEdits): PlanReading {
  const api = useApi();
  const organization = useOrganizationStore();
  const id = useId();
  const userIds = useMemo(() => usersOf(wishes), [wishes]);
  const [asked, setAsked] = useState(0);
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['plan', id],
    queryFn: async ({ signal }) => {
      setAsked(0);
      const read = await readInChunks(api.forWork('review'), userIds, {
        signal,
        onProgress: setAsked,
      });
      organization.applyReadBack(read);
      return read;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const plan = useMemo(() => data && planWith(wishes, edits, data), [wishes, edits, data]);
  return {
    plan,
    current: data,
    error,
    asked,
    total: userIds.length,
    readAt: dataUpdatedAt,
    isReading: isFetching,
    readAgain: async () => {
      const { data: read, isSuccess } = await refetch();
      return isSuccess ? read : undefined;
    },
  };
}
