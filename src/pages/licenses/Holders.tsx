import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useMemo } from 'react';
import { Link as RouterLink } from 'react-router';
import {
  type HolderCount,
  holderCountText,
  peopleComplete,
} from '@/components/license/holderCount';
import { holdersPath } from '@/components/license/paths';
import { OrganizationStatus } from '@/components/organization/OrganizationStatus';
import { PersonLink } from '@/components/person/PersonLink';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { OrganizationSnapshot } from '@/organization/OrganizationStore';

const NAMED_AT_MOST = 20;

interface HoldersProps {
  licenseId: string;
  count: HolderCount;
  organization: OrganizationSnapshot;
}

/** How many hold a license, some of them by name, and the way to all of them. */
export function Holders({ licenseId, count, organization }: HoldersProps) {
  const named = useMemo(
    () => firstHolders(licenseId, organization, NAMED_AT_MOST),
    [licenseId, organization],
  );
  const isEveryoneKnown = peopleComplete(organization);
  return (
    <Section
      title="Holders"
      actions={
        count.count > 0 && (
          <Button component={RouterLink} to={holdersPath(licenseId)} size="small">
            See all holders in the matrix
          </Button>
        )
      }
    >
      <OrganizationStatus />
      <Muted>{sentence(count)}</Muted>
      {named.length > 0 && (
        <Box
          component="ul"
          aria-label={count.count > named.length ? `The first ${named.length} holders` : 'Holders'}
          sx={{ m: 0, pl: 2.5, typography: 'body2', columns: '16rem auto' }}
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
                  label="No known user"
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
        <Muted>and {(count.count - named.length).toLocaleString()} more.</Muted>
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
    if (holders.certainty === 'exact') return 'Nobody holds it.';
    return holders.isLoading ? 'Looking for holders…' : 'Whether anybody holds it is unknown.';
  }
  const people = holders.count === 1 ? 'user holds' : 'users hold';
  const text = holderCountText(holders);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${people} it.`;
}
