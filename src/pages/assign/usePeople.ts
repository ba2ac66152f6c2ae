import { useMemo } from 'react';
import { displayName } from '@/model/people';
import type { KnownState } from '@/model/warnings';
import { useOrganization } from '@/organization/OrganizationProvider';

export interface People {
  /** What a user is called, as far as the organization is loaded. */
  readonly nameOf: (userId: string) => string;
  /** Undefined as long as that was not read. */
  readonly stateOf: (userId: string) => KnownState | undefined;
}

/** What the loaded organization knows of its users. */
export function usePeople(): People {
  const organization = useOrganization();
  return useMemo(() => {
    const { index, status, gaps } = organization;
    const everybodyRead =
      status === 'ready' || (status === 'partial' && gaps.every(({ part }) => part !== 'people'));
    const userOf = (userId: string) => index.userOf(userId);
    return {
      nameOf: (userId) => displayName(userOf(userId), userId),
      stateOf: (userId) => {
        const user = userOf(userId);
        if (!user) return everybodyRead ? 'unknown' : undefined;
        const { state } = user;
        return state === 'active' || state === 'inactive' || state === 'deleted'
          ? state
          : undefined;
      },
    };
  }, [organization]);
}
