import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useId, useMemo, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import type { Plan } from '@/model/plan';
import { lookUpRoles, type RoleMemory, requestsFor } from './roleLookup';

/** What takes more requests than this is looked up only when asked for. */
const REQUESTS_UNASKED = 25;

export interface ImpliedLicenses {
  /** The licenses that the roles of a user bring; undefined where that was not asked. */
  readonly impliedFor: (userId: string) => ReadonlySet<string> | 'unknown' | undefined;
  /** The names of the roles of a user that bring a license, as far as they are known. */
  readonly rolesBringing: (userId: string, licenseId: string) => readonly string[];
  /** Users in the plan whose roles were not asked yet, and how many requests that takes. */
  readonly userCount: number;
  readonly requestCount: number;
  readonly status: 'none' | 'offered' | 'reading' | 'known' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly error: unknown;
  readonly lookUp: () => void;
}

/**
 * Finds out which added licenses no role of the user brings, and which removed ones a role does.
 * @param readAt when the plan was read: reading it again asks for the roles again.
 */
export function useImpliedLicenses(plan: Plan | undefined, readAt: number): ImpliedLicenses {
  const api = useApi();
  const queryClient = useQueryClient();
  const id = useId();
  const [memory, setMemory] = useState(() => emptyMemory(readAt));
  if (memory.readAt !== readAt) setMemory(emptyMemory(readAt));
  const { found } = memory;
  const userIds = useMemo(() => usersIn(plan), [plan]);
  const removed = useMemo(() => licensesRemovedBy(plan), [plan]);
  const [wanted, setWanted] = useState(false);
  const [share, setShare] = useState(0);
  const missing = userIds.filter((userId) => !found.brought.has(userId)).length;
  const requestCount = requestsFor(missing);
  const enabled = userIds.length > 0 && (wanted || requestCount <= REQUESTS_UNASKED);
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['plan', 'implied', id, readAt, userIds],
    queryFn: async ({ signal }) => {
      setShare(0);
      const lookup = { api, queryClient, userIds, removed, memory: found, signal };
      return { error: await lookUpRoles({ ...lookup, onProgress: setShare }) };
    },
    enabled,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  // They change when an answer has come, although the memory is the same.
  const answers = useMemo(() => readerOf(found, data), [found, data]);
  const error = data?.error;
  const lookUp = useCallback(() => {
    setWanted(true);
    if (enabled) void refetch();
  }, [enabled, refetch]);
  return {
    ...answers,
    userCount: missing,
    requestCount,
    status: statusOf({
      count: userIds.length,
      isRead: missing === 0,
      enabled,
      isFetching,
      failed: error !== undefined,
    }),
    share,
    error,
    lookUp,
  };
}

function emptyMemory(readAt: number): { readAt: number; found: RoleMemory } {
  return { readAt, found: { roles: new Map(), brought: new Map() } };
}

function readerOf({ brought }: RoleMemory, _answer: unknown) {
  return {
    impliedFor: (userId: string) => {
      const theirs = brought.get(userId);
      return theirs === 'unknown' ? theirs : theirs?.licenseIds;
    },
    rolesBringing: (userId: string, licenseId: string) => {
      const theirs = brought.get(userId);
      return (theirs !== 'unknown' && theirs?.rolesOf.get(licenseId)) || [];
    },
  };
}

interface StatusFacts {
  count: number;
  isRead: boolean;
  enabled: boolean;
  isFetching: boolean;
  failed: boolean;
}

function statusOf(facts: StatusFacts): ImpliedLicenses['status'] {
  const { count, isRead, enabled, isFetching, failed } = facts;
  if (count === 0) return 'none';
  if (isFetching) return isRead ? 'known' : 'reading';
  if (failed) return 'failed';
  if (isRead) return 'known';
  return enabled ? 'reading' : 'offered';
}

function usersIn(plan: Plan | undefined): string[] {
  return [...new Set(plan?.changes.map((change) => change.userId))].sort();
}

function licensesRemovedBy(plan: Plan | undefined): ReadonlySet<string> {
  const removals = plan?.changes.filter((change) => change.action === 'remove') ?? [];
  return new Set(removals.map((change) => change.licenseId));
}
