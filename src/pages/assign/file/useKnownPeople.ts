import { useEffect, useMemo, useRef, useState } from 'react';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { UserDirectory } from '@/model/resolveUsers';
import { useOrganization } from '@/organization/OrganizationProvider';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

/** What is known of the organization at one moment. */
export interface KnownPeople {
  readonly index: OrganizationIndex;
  /** Every person was read. */
  readonly isComplete: boolean;
  /** More people are on their way. */
  readonly isArriving: boolean;
  /** Changes when people or licenses became known. */
  readonly stamp: string;
}

/** While people arrive, looking again takes no more than this share of the time. */
const SHARE_OF_TIME = 0.1;
const LEAST_MS = 1_000;

/**
 * The people of the organization, for work that is done anew when more of them are known: now and then while they arrive,
 * and at once when all are there.
 * @param lookMs how long looking took the last time.
 */
export function useKnownPeople(lookMs: () => number): KnownPeople {
  const organization = useOrganization();
  const now = useMemo(() => knownPeople(organization), [organization]);
  const [seen, setSeen] = useState(now);
  const seenAt = useRef(0);
  const isNew = seen.index !== now.index || seen.stamp !== now.stamp;

  useEffect(() => {
    if (!isNew) return undefined;
    const pause = now.isArriving ? Math.max(LEAST_MS, lookMs() / SHARE_OF_TIME) : 0;
    const timer = setTimeout(
      () => {
        seenAt.current = performance.now();
        setSeen(now);
      },
      Math.max(0, seenAt.current + pause - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [isNew, now, lookMs]);

  return seen;
}

export function knownPeople({ index, gaps, loadedAt, status }: OrganizationSnapshot): KnownPeople {
  const isComplete = loadedAt !== undefined && gaps.every(({ part }) => part !== 'people');
  const isArriving = !isComplete && (status === 'idle' || status === 'loading');
  const counts = [index.size, index.userLog.length, index.licenseIds.length];
  return { index, isComplete, isArriving, stamp: [...counts, isComplete, isArriving].join() };
}

const directories = new WeakMap<OrganizationIndex, { stamp: string; directory: UserDirectory }>();

/** One directory for what is known, however often it is asked for. */
export function directoryOf({ index, stamp }: KnownPeople): UserDirectory {
  const made = directories.get(index);
  if (made?.stamp === stamp) return made.directory;
  const directory = new UserDirectory(index);
  directories.set(index, { stamp, directory });
  return directory;
}
