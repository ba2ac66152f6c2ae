import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router';
import { type HolderCount, peopleComplete } from '@/components/license/holderCount';
import { holdersPath } from '@/components/license/paths';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { PersonLink } from '@/components/person/PersonLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

const NAMED_AT_MOST = 20;

interface HoldersProps {
  licenseId: string;
  count: HolderCount;
  organization: OrganizationSnapshot;
}

/** How many hold a license, some of them by name, and the way to all of them. */
export function Holders({ licenseId, count, organization }: HoldersProps) {
  useLanguage();
  const named = useMemo(
    () => firstHolders(licenseId, organization, NAMED_AT_MOST),
    [licenseId, organization],
  );
  const shown = named.length;
  const more = formatNumber(count.count - shown);
  const isEveryoneKnown = peopleComplete(organization);
  return (
    <Section
      title={t`Holders`}
      actions={
        count.count > 0 && (
          <Button component={RouterLink} to={holdersPath(licenseId)} size="small">
            <Trans>See all holders in the matrix</Trans>
          </Button>
        )
      }
    >
      <OrganizationStatus />
      <Muted>{sentence(count)}</Muted>
      {named.length > 0 && (
        <Box
          component="ul"
          aria-label={count.count > shown ? t`The first ${shown} holders` : t`Holders`}
          sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2', columns: '16rem auto' }}
        >
          {named.map(({ userId, user }) => (
            <li key={userId}>
              <PersonLink userId={userId} user={user} />{' '}
              {user === undefined && isEveryoneKnown && (
                <Chip
                  component="span"
                  size="small"
                  color="warning"
                  variant="outlined"
                  label={t`No known user`}
                />
              )}
              {user?.state !== undefined && user.state !== 'active' && (
                <Chip component="span" size="small" variant="outlined" label={user.state} />
              )}
            </li>
          ))}
        </Box>
      )}
      {count.count > named.length && (
        <Muted>
          <Trans>and {more} more.</Trans>
        </Muted>
      )}
    </Section>
  );
}

function firstHolders(licenseId: string, { index }: OrganizationSnapshot, limit: number) {
  return Array.from(index.holders(licenseId).toRows().subarray(0, limit), (row) => ({
    userId: index.userId(row),
    user: index.user(row),
  }));
}

function sentence(holders: HolderCount): string {
  if (holders.count === 0) {
    if (holders.certainty === 'exact') return t`Nobody holds it.`;
    return holders.isLoading ? t`Looking for holders…` : t`Whether anybody holds it is unknown.`;
  }
  return holders.certainty === 'exact'
    ? plural(holders.count, { one: '# user holds it.', other: '# users hold it.' })
    : plural(holders.count, {
        one: 'At least # user holds it.',
        other: 'At least # users hold it.',
      });
}
