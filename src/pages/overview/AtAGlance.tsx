import { t } from '@lingui/core/macro';
import {
  assignmentsComplete,
  holderCountText,
  peopleComplete,
} from '@/components/license/holderCount';
import { Facts } from '@/components/section/Facts';
import { Section } from '@/components/section/Section';
import { useLanguage } from '@/i18n/useLanguage';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { Glance } from './glance';

interface AtAGlanceProps {
  glance: Glance;
  organization: OrganizationSnapshot;
  /** A number, or why there is none. */
  definedLicenses: string;
}

/** These have their place before anybody is read, so that the figures do not move when they come. */
const USUAL_STATES = ['active', 'inactive', 'deleted'];

export function AtAGlance({ glance, organization, definedLicenses }: AtAGlanceProps) {
  useLanguage();
  const allUsers = peopleComplete(organization);
  const allAssignments = assignmentsComplete(organization);
  const isLoading = organization.status === 'loading' || organization.status === 'idle';
  const counted = (count: number, isComplete: boolean) =>
    holderCountText({ count, certainty: isComplete ? 'exact' : 'atLeast', isLoading });
  const states = new Set([...USUAL_STATES, ...glance.usersByState.keys()]);
  return (
    <Section title={t`At a glance`}>
      <Facts
        isLarge
        facts={[
          [t`Users`, counted(glance.knownUsers, allUsers)],
          ...Array.from(
            states,
            (state) =>
              [stateName(state), counted(glance.usersByState.get(state) ?? 0, allUsers)] as const,
          ),
          [t`Licenses defined`, definedLicenses],
          [t`Licenses held`, counted(glance.heldLicenses.length, allAssignments)],
          [t`Assignments`, counted(glance.assignments, allAssignments)],
        ]}
      />
    </Section>
  );
}

function stateName(state: string): string {
  switch (state) {
    case '':
      return t`Users of unknown state`;
    case 'active':
      return t`Active users`;
    case 'inactive':
      return t`Inactive users`;
    case 'deleted':
      return t`Deleted users`;
    default:
      return t`Users in state ${state}`;
  }
}
