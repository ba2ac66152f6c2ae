import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { Fragment } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { Link as RouterLink } from 'react-router';
import { assignmentsComplete, peopleComplete } from '@/components/license/holderCount';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { PersonLink } from '@/components/person/PersonLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import type { DefinitionGraph } from '@/model/definitions';
import { useOrganization } from '@/organization/OrganizationProvider';
import type { LookAt } from './lookAt';
import { useThingsToLookAt } from './useThingsToLookAt';

interface Wording {
  text: (count: number) => string;
  /** The matrix that shows exactly these, where a filter can. */
  to?: string;
  /** Why it is worth a look. */
  why: MessageDescriptor;
}

const WORDINGS: Readonly<Record<LookAt['id'], Wording>> = {
  inactiveHolders: {
    text: (count) =>
      plural(count, {
        one: '# inactive user holds licenses',
        other: '# inactive users hold licenses',
      }),
    to: '/assignments?state=inactive&min=1',
    why: msg`They do not work with them, and you may be paying for them.`,
  },
  deletedHolders: {
    text: (count) =>
      plural(count, {
        one: '# deleted user holds licenses',
        other: '# deleted users hold licenses',
      }),
    to: '/assignments?state=deleted&min=1',
    why: msg`Nobody can use them any more.`,
  },
  unknownHolders: {
    text: (count) =>
      plural(count, { one: '# holder is no known user', other: '# holders are no known users' }),
    to: '/assignments?finding=unknownHolder',
    why: msg`Their licenses belong to nobody whom the service lists:`,
  },
  withoutLicense: {
    text: (count) =>
      plural(count, {
        one: '# active user holds no license',
        other: '# active users hold no license',
      }),
    to: '/assignments?state=active&max=0',
    why: msg`Perhaps somebody was forgotten.`,
  },
  otherFindings: {
    text: (count) =>
      plural(count, { one: '# more finding in the audit', other: '# more findings in the audit' }),
    to: '/audit',
    why: msg`Each is explained there, with its users and a way to mend it.`,
  },
  withoutDefinition: {
    text: (count) =>
      plural(count, {
        one: '# held license has no definition',
        other: '# held licenses have no definition',
      }),
    why: msg`What it gives cannot be known:`,
  },
};

const NAMED_AT_MOST = 5;
/** As many lines as an organization usually has here, kept free while it is read. */
const LINES_KEPT = 4;

interface ThingsToLookAtProps {
  graph: DefinitionGraph | undefined;
  /** The definitions are still on their way. */
  isPending: boolean;
  /** Active users of whom no license is known. */
  withoutLicense: number;
}

export function ThingsToLookAt(props: ThingsToLookAtProps) {
  const { t } = useLingui();
  return (
    <Section title={t`Worth a look`}>
      <ErrorBoundary FallbackComponent={NotLookedThrough}>
        <ThingsFound {...props} />
      </ErrorBoundary>
    </Section>
  );
}

function NotLookedThrough({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useLingui();
  return (
    <ErrorNotice
      title={t`The organization could not be looked through`}
      error={error}
      onRetry={resetErrorBoundary}
    />
  );
}

function ThingsFound({ graph, isPending, withoutLicense }: ThingsToLookAtProps) {
  const organization = useOrganization();
  const { lookAt, isLookedThrough } = useThingsToLookAt(graph, withoutLicense);
  const isRead = peopleComplete(organization) && assignmentsComplete(organization);
  const isLoading = organization.status === 'loading' || organization.status === 'idle';
  const isMoreToCome = isRead ? isPending || !isLookedThrough : isLoading;
  return (
    <>
      {lookAt.length > 0 && (
        <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
          {lookAt.map((item) => (
            <li key={item.id}>
              <Thing item={item} graph={graph} />
            </li>
          ))}
        </Box>
      )}
      {lookAt.length === 0 && isRead && !isMoreToCome && (
        <Muted>
          {graph ? (
            <Trans>Nothing stands out.</Trans>
          ) : (
            <Trans>Nothing stands out in what can be checked without license definitions.</Trans>
          )}
        </Muted>
      )}
      {!isRead && isLoading && (
        <Muted>
          <Trans>More is known when the whole organization is read.</Trans>
        </Muted>
      )}
      {isMoreToCome &&
        Array.from({ length: Math.max(0, LINES_KEPT - lookAt.length) }, (_, line) => (
          <Skeleton key={line} variant="text" sx={{ maxWidth: '32rem' }} />
        ))}
      {!isRead && !isLoading && (
        <Muted>
          <Trans>Part of the organization could not be read, so there may be more.</Trans>
        </Muted>
      )}
    </>
  );
}

function Thing({ item, graph }: { item: LookAt; graph: DefinitionGraph | undefined }) {
  const { t } = useLingui();
  const { to, why, ...wording } = WORDINGS[item.id];
  const text = wording.text(item.count);
  const more = formatNumber(item.count - NAMED_AT_MOST);
  return (
    <>
      {to ? (
        <Link component={RouterLink} to={to}>
          {text}
        </Link>
      ) : (
        <strong>{text}</strong>
      )}
      . {t(why)}{' '}
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
      {('userIds' in item || 'licenseIds' in item) && item.count > NAMED_AT_MOST && (
        <>
          {' '}
          <Trans>and {more} more</Trans>
        </>
      )}
    </>
  );
}
