import {
  assignmentsComplete,
  holderCountText,
  peopleComplete,
} from '@/components/license/holderCount';
import { Facts } from '@/components/section/Facts';
import { Section } from '@/components/section/Section';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { Glance } from './glance';

interface AtAGlanceProps {
  glance: Glance;
  organization: OrganizationSnapshot;
  /** A number, or why there is none. */
  definedLicenses: number | string;
}

/** These have their place before anybody is read, so that the figures do not move when they come. */
const USUAL_STATES = ['active', 'inactive', 'deleted'];

export function AtAGlance({ glance, organization, definedLicenses }: AtAGlanceProps) {
  const allUsers = peopleComplete(organization);
  const allAssignments = assignmentsComplete(organization);
  const isLoading = organization.status === 'loading' || organization.status === 'idle';
  const counted = (count: number, isComplete: boolean) =>
    holderCountText({ count, certainty: isComplete ? 'exact' : 'atLeast', isLoading });
  const states = new Set([...USUAL_STATES, ...glance.usersByState.keys()]);
  return (
    <Section title="At a glance">
      <Facts
        isLarge
        facts={[
          ['Users', counted(glance.knownUsers, allUsers)],
          ...Array.from(
            states,
            (state) =>
              [stateName(state), counted(glance.usersByState.get(state) ?? 0, allUsers)] as const,
          ),
          ['Licenses defined', definedLicenses.toLocaleString()],
          ['Licenses held', counted(glance.heldLicenses.length, allAssignments)],
          ['Assignments', counted(glance.assignments, allAssignments)],
        ]}
      />
    </Section>
  );
}

function stateName(state: string | undefined): string {
  if (state === undefined) return 'Users of unknown state';
  return `${state.charAt(0).toUpperCase()}${state.slice(1)} users`;
}
