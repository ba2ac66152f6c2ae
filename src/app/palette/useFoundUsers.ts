import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '@/api/ApiProvider';
import { usePermission } from '@/api/permissions';
import { userSearchQuery } from '@/api/users';
import { NO_FILTER } from '@/model/filter';
import { DEFAULT_SORT } from '@/model/order';
import { displayName } from '@/model/people';
import { viewsOf } from '@/model/view';
import { useOrganizationStore } from '@/organization/OrganizationProvider';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

export interface FoundUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string | undefined;
}

export interface FoundUsers {
  readonly users: readonly FoundUser[];
  /** How many there are, those that are not shown included. */
  readonly total: number;
  readonly isSearching: boolean;
  readonly error: Error | null;
  readonly maySearch: boolean;
}

export const SHORTEST_SEARCH = 2;
const MOST_SHOWN = 8;
/** Whoever types on is not done; the service counts requests. */
const PAUSE_MS = 250;

/** Users by what was typed: from the organization in memory, where all of it is there, else from the service's search. */
export function useFoundUsers(typed: string): FoundUsers {
  const text = typed.trim();
  const isWanted = text.length >= SHORTEST_SEARCH;
  // Not subscribed to: that would load all of a large organization for one name.
  const organization = useOrganizationStore().getSnapshot();
  const isInMemory = isWhole(organization);
  const asked = useSettled(text);
  const maySearch = usePermission('directory:user:view') !== 'no';
  const search = useQuery({
    ...userSearchQuery(useApi(), {
      pageSize: MOST_SHOWN,
      pageNumber: 1,
      query: [{ type: 'CONTAINS', value: asked, fields: ['name', 'email'] }],
    }),
    enabled: !isInMemory && maySearch && isWanted && asked === text,
    placeholderData: keepPreviousData,
  });

  if (!isWanted) return { users: [], total: 0, isSearching: false, error: null, maySearch };
  if (isInMemory) return { ...inMemory(organization, text), maySearch: true };
  const { data, error, isFetching } = search;
  const users = (data?.results ?? []).flatMap((user): FoundUser[] =>
    user.id === undefined
      ? []
      : [{ userId: user.id, name: displayName(user, user.id), email: user.email }],
  );
  return {
    users: error ? [] : users,
    total: error ? 0 : (data?.total ?? users.length),
    isSearching: maySearch && (isFetching || asked !== text),
    error,
    maySearch,
  };
}

function isWhole({ loadedAt, gaps, status }: OrganizationSnapshot): boolean {
  return loadedAt !== undefined && gaps.length === 0 && status !== 'failed';
}

function inMemory({ index }: OrganizationSnapshot, text: string) {
  const { rows } = viewsOf(index).view({ ...NO_FILTER, text }, DEFAULT_SORT);
  const users = Array.from(rows.subarray(0, MOST_SHOWN), (row): FoundUser => {
    const user = index.user(row);
    const userId = index.userId(row);
    return { userId, name: displayName(user, userId), email: user?.email };
  });
  return { users, total: rows.length, isSearching: false, error: null };
}

/** A text once it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
