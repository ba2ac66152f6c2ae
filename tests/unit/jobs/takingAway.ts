import { stageChanges } from '@/model/stages';
import type { Sandbox } from '@/sandbox';

const LICENSE = 'userRecording';

/** A job that takes a license from so many of its holders, and whether they lack it. */
export function takingAway({ organization }: Sandbox, count: number) {
  const holders = organization.users
    .map(({ id }) => id)
    .filter((id) => organization.assignmentsOf(id).includes(LICENSE))
    .slice(0, count);
  const changes = holders.map((userId) => ({
    userId,
    licenseId: LICENSE,
    action: 'remove' as const,
    reason: { kind: 'asked' as const },
  }));
  return {
    holders,
    newJob: {
      title: 'Take it away',
      changes: stageChanges(changes, { prerequisitesOf: () => [], comprisedIn: () => [] }),
      nameOf: (id: string) => id,
    },
    areTaken: () => holders.every((id) => !organization.assignmentsOf(id).includes(LICENSE)),
  };
}
