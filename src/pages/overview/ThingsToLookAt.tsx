import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { PersonLink } from '@/components/person/PersonLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { DefinitionGraph } from '@/model/definitions';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';
import type { Glance, LookAt } from './glance';

interface Wording {
  one: string;
  many: string;
  /** The matrix that shows exactly these, where a filter can. */
  to?: string;
  /** Why it is worth a look. */
  why: string;
}

const WORDINGS: Readonly<Record<LookAt['id'], Wording>> = {
  inactiveHolders: {
    one: 'inactive user holds licenses',
    many: 'inactive users hold licenses',
    to: '/assignments?state=inactive&min=1',
    why: 'They do not work with them, and you may be paying for them.',
  },
  deletedHolders: {
    one: 'deleted user holds licenses',
    many: 'deleted users hold licenses',
    to: '/assignments?state=deleted&min=1',
    why: 'Nobody can use them any more.',
  },
  unknownHolders: {
    one: 'holder is no known user',
    many: 'holders are no known users',
    why: 'Their licenses belong to nobody whom the service lists:',
  },
  withoutLicense: {
    one: 'active user holds no license',
    many: 'active users hold no license',
    to: '/assignments?state=active&max=0',
    why: 'Perhaps somebody was forgotten.',
  },
  otherFindings: {
    one: 'more finding in the audit',
    many: 'more findings in the audit',
    to: '/audit',
    why: 'Each is explained there, with its users and a way to mend it.',
  },
  withoutDefinition: {
    one: 'held license has no definition',
    many: 'held licenses have no definition',
    why: 'What it gives cannot be known:',
  },
};

const NAMED_AT_MOST = 5;
/** As many lines as an organization usually has here, kept free while it is read. */
const LINES_KEPT = 4;

interface ThingsToLookAtProps {
  glance: Glance;
  organization: OrganizationSnapshot;
  graph: DefinitionGraph | undefined;
}

export function ThingsToLookAt({ glance, organization, graph }: ThingsToLookAtProps) {
  const isWhole = peopleComplete(organization) && assignmentsComplete(organization);
  const isLoading = organization.status === 'loading' || organization.status === 'idle';
  return (
    <Section title="Worth a look">
      {glance.lookAt.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
          {glance.lookAt.map((item) => (
            <li key={item.id}>
              <Thing item={item} graph={graph} />
            </li>
          ))}
        </Box>
      )}
      {glance.lookAt.length === 0 && isWhole && <Muted>Nothing stands out.</Muted>}
      {!isWhole && isLoading && (
        <>
          <Muted>More is known when the whole organization is read.</Muted>
          {Array.from({ length: Math.max(0, LINES_KEPT - glance.lookAt.length) }, (_, line) => (
            <Skeleton key={line} variant="text" sx={{ maxWidth: '32rem' }} />
          ))}
        </>
      )}
      {!isWhole && !isLoading && (
        <Muted>Part of the organization could not be read, so there may be more.</Muted>
      )}
    </Section>
  );
}

function Thing({ item, graph }: { item: LookAt; graph: DefinitionGraph | undefined }) {
  const { one, many, to, why } = WORDINGS[item.id];
  const text = `${item.count.toLocaleString()} ${item.count === 1 ? one : many}`;
  return (
    <>
      {to ? (
        <Link component={RouterLink} to={to}>
          {text}
        </Link>
      ) : (
        <strong>{text}</strong>
      )}
      . {why}{' '}
      {item.id === 'unknownHolders' &&
        item.userIds.slice(0, NAMED_AT_MOST).map((userId, position) => (
          <Fragment key={userId}>
            {position > 0 && ', '}
            <PersonLink userId={userId} user={undefined} />
          </Fragment>
        ))}
      {item.id === 'withoutDefinition' && (
        <LicenseIdLinks ids={item.licenseIds.slice(0, NAMED_AT_MOST)} graph={graph} />
      )}
      {!to && item.count > NAMED_AT_MOST && ` and ${item.count - NAMED_AT_MOST} more`}
    </>
  );
}
