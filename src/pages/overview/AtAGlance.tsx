import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { Facts } from '@/components/section/Facts';
import { Section } from '@/components/section/Section';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { Glance } from './glance';

interface AtAGlanceProps {
  glance: Glance;
  organization: OrganizationSnapshot;
  /** Undefined while the definitions are not known. */
  definedLicenses: number | undefined;
}

export function AtAGlance({ glance, organization, definedLicenses }: AtAGlanceProps) {
  const allUsers = peopleComplete(organization);
  const allAssignments = assignmentsComplete(organization);
  return (
    <Section title="At a glance">
      <Facts
        isLarge
        facts={[
          ['Users', counted(glance.knownUsers, allUsers)],
          ...[...glance.usersByState]
            .sort(([, a], [, b]) => b - a)
            .map(([state, count]) => [stateName(state), counted(count, allUsers)] as const),
          ['Licenses defined', definedLicenses?.toLocaleString() ?? '…'],
          ['Licenses held', counted(glance.heldLicenses.length, allAssignments)],
          ['Assignments', counted(glance.assignments, allAssignments)],
        ]}
      />
    </Section>
  );
}

function counted(count: number, isComplete: boolean): string {
  if (isComplete) return count.toLocaleString();
  return count === 0 ? '…' : `at least ${count.toLocaleString()}`;
}

function stateName(state: string | undefined): string {
  if (state === undefined) return 'Users of unknown state';
  return `${state.charAt(0).toUpperCase()}${state.slice(1)} users`;
}
