import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { Api } from '@/api/client';
import { inferredLicensesQuery } from '@/api/licenses';
import { userRolesQuery } from '@/api/users';
import type { Plan } from '@/model/plan';

/** Each user is a request of its own: more than this are looked up only when asked for. */
const LOOKED_UP_UNASKED = 25;

export interface ImpliedLicenses {
  /** What the roles of a user imply; undefined where that is not known. */
  readonly impliedFor: (userId: string) => ReadonlySet<string> | undefined;
  /** Users who lose a license in the plan. */
  readonly userCount: number;
  readonly status: 'none' | 'offered' | 'reading' | 'known' | 'failed';
  readonly asked: number;
  readonly error: unknown;
  readonly lookUp: () => void;
}

/** Finds out which removed licenses may come back, because a role of the user implies them. */
export function useImpliedLicenses(plan: Plan | undefined): ImpliedLicenses {
  const api = useApi();
  const queryClient = useQueryClient();
  const userIds = useMemo(() => usersWhoLose(plan), [plan]);
  const [wanted, setWanted] = useState(false);
  const [asked, setAsked] = useState(0);
  const enabled = userIds.length > 0 && (wanted || userIds.length <= LOOKED_UP_UNASKED);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['plan', 'implied', userIds],
    queryFn: ({ signal }) => readImplied({ api, queryClient, userIds, signal, onAsked: setAsked }),
    enabled,
    gcTime: 0,
    structuralSharing: false,
  });
  return {
    impliedFor: (userId) => data?.get(userId),
    userCount: userIds.length,
    status: statusOf({ count: userIds.length, enabled, isFetching, failed: error !== null }),
    asked,
    error,
    lookUp: () => (wanted ? void refetch() : setWanted(true)),
  };
}

interface StatusFacts {
  count: number;
  enabled: boolean;
  isFetching: boolean;
  failed: boolean;
}

function statusOf({ count, enabled, isFetching, failed }: StatusFacts): ImpliedLicenses['status'] {
  if (count === 0) return 'none';
  if (!enabled) return 'offered';
  if (isFetching) return 'reading';
  return failed ? 'failed' : 'known';
}

function usersWhoLose(plan: Plan | undefined): string[] {
  const removals = plan?.changes.filter((change) => change.action === 'remove') ?? [];
  return [...new Set(removals.map((change) => change.userId))].sort();
}

interface ReadImplied {
  api: Api;
  queryClient: QueryClient;
  userIds: readonly string[];
  signal: AbortSignal;
  onAsked: (asked: number) => void;
}

/** Users of the same roles share one question to the service. */
async function readImplied({ api, queryClient, userIds, signal, onAsked }: ReadImplied) {
  const implied = new Map<string, ReadonlySet<string>>();
  for (const [position, userId] of userIds.entries()) {
    signal.throwIfAborted();
    const { roles } = await queryClient.fetchQuery(userRolesQuery(api, userId));
    const roleIds = (roles ?? []).flatMap((role) => role.id ?? []);
    const licenseIds =
      roleIds.length === 0 ? [] : await queryClient.fetchQuery(inferredLicensesQuery(api, roleIds));
    implied.set(userId, new Set(licenseIds));
    onAsked(position + 1);
  }
  return implied;
}
