import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { Glance, LookAt } from './glance';

interface Wording {
  one: string;
  many: string;
  to: string;
  /** Why it is worth a look. */
  why: string;
}

const WORDINGS: Readonly<Record<LookAt['id'], Wording>> = {
  inactiveHolders: {
    one: 'inactive user holds licenses',
    many: 'inactive users hold licenses',
    to: '/assignments?state=inactive',
    why: 'They cannot sign in, and their licenses may be paid for.',
  },
  unknownHolders: {
    one: 'holder is no known user',
    many: 'holders are no known users',
    to: '/assignments?state=unknown',
    why: 'Their licenses belong to nobody whom the service lists.',
  },
  withoutLicense: {
    one: 'active user holds no license',
    many: 'active users hold no license',
    to: '/assignments?state=active&licenses=none',
    why: 'They can do next to nothing.',
  },
  withoutDefinition: {
    one: 'held license has no definition',
    many: 'held licenses have no definition',
    to: '/licenses?only=undefined',
    why: 'What they give cannot be known.',
  },
};

interface ThingsToLookAtProps {
  glance: Glance;
  organization: OrganizationSnapshot;
}

export function ThingsToLookAt({ glance, organization }: ThingsToLookAtProps) {
  const isWhole = peopleComplete(organization) && assignmentsComplete(organization);
  return (
    <Section title="Worth a look">
      {glance.lookAt.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
          {glance.lookAt.map(({ id, count }) => (
            <li key={id}>
              <Link component={RouterLink} to={WORDINGS[id].to}>
                {count.toLocaleString()} {count === 1 ? WORDINGS[id].one : WORDINGS[id].many}
              </Link>
              . {WORDINGS[id].why}
            </li>
          ))}
        </Box>
      )}
      {glance.lookAt.length === 0 && isWhole && <Muted>Nothing stands out.</Muted>}
      {!isWhole && (
        <Muted>
          {organization.status === 'loading' || organization.status === 'idle'
            ? 'The rest is known when the whole organization is read.'
            : 'Part of the organization could not be read, so there may be more.'}
        </Muted>
      )}
    </Section>
  );
}
