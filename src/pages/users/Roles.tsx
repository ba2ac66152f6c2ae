import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { UserPageData } from './useUserPage';

/** The roles of a user, and the licenses that they imply but the user does not hold. */
export function Roles({ data }: { data: UserPageData }) {
  const { roles, inferred, implied, held, graph } = data;
  const list = roles.data?.roles;
  const notHeld = held && implied ? [...implied].filter((id) => !held.ids.includes(id)) : [];
  return (
    <Section title="Roles">
      {roles.isPending && <Skeleton variant="text" width="12rem" />}
      {roles.isError && (
        <ErrorNotice
          title="The roles could not be read"
          error={roles.error}
          onRetry={() => void roles.refetch()}
        />
      )}
      {roles.isSuccess && list === undefined && (
        <Muted>The service does not say which roles this user has.</Muted>
      )}
      {list?.length === 0 && <Muted>This user has no roles.</Muted>}
      {list !== undefined && list.length > 0 && (
        <Box component="ul" aria-label="Roles" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
          {list.map((role, position) => (
            <li key={role.id ?? position} dir="auto">
              {role.name?.trim() || role.id || 'A role without name and ID'}
            </li>
          ))}
        </Box>
      )}
      {inferred.isError && (
        <ErrorNotice
          title="Which licenses the roles imply could not be read"
          error={inferred.error}
          onRetry={() => void inferred.refetch()}
        />
      )}
      {notHeld.length > 0 && (
        <Muted>
          The roles imply licenses that this user does not hold; the service may give them:{' '}
          <LicenseIdLinks ids={notHeld} graph={graph} />.
        </Muted>
      )}
    </Section>
  );
}
