import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { ErrorNotice } from '@/components/page/ErrorNotice';
import { NeedsPermission } from '@/components/permission/NeedsPermission';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { DefinitionGraph } from '@/model/definitions';
import { roleName } from './roleName';
import type { RoleImplication, UserPageData } from './useUserPage';

/** The roles of a user, what each implies, and what they imply but the user does not hold. */
export function Roles({ data }: { data: UserPageData }) {
  const { t } = useLingui();
  const { roles, inferred, implied, impliedByRole, held, graph } = data;
  const notHeld = held && implied ? [...implied].filter((id) => !held.ids.includes(id)) : [];
  return (
    <Section title={t`Roles`}>
      {roles.isPending && <Skeleton variant="text" width="12rem" />}
      <NeedsPermission
        title={t`You may not see the roles of users`}
        anyOf={['authorization:grant:view']}
      >
        {roles.isError && (
          <ErrorNotice
            title={t`The roles could not be read`}
            error={roles.error}
            onRetry={() => void roles.refetch()}
          />
        )}
      </NeedsPermission>
      {roles.isSuccess && impliedByRole === undefined && (
        <Muted>{t`The service does not say which roles this user has.`}</Muted>
      )}
      {impliedByRole?.length === 0 && <Muted>{t`This user has no roles.`}</Muted>}
      {impliedByRole !== undefined && impliedByRole.length > 0 && (
        <Box
          component="ul"
          aria-label={t`Roles`}
          sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}
        >
          {impliedByRole.map((implication, position) => (
            <li key={implication.role.id ?? position}>
              <span dir="auto">{roleName(implication.role)}</span>
              <Box sx={{ color: 'text.secondary' }}>
                <Implied implication={implication} graph={graph} />
              </Box>
            </li>
          ))}
        </Box>
      )}
      {inferred.isError && (
        <ErrorNotice
          title={t`Which licenses the roles imply could not be read`}
          error={inferred.error}
          onRetry={() => void inferred.refetch()}
        />
      )}
      {notHeld.length > 0 && (
        <Muted>
          <Trans>
            The roles imply licenses that this user does not hold; the service may give them:{' '}
            <LicenseIdLinks ids={notHeld} graph={graph} />.
          </Trans>
        </Muted>
      )}
    </Section>
  );
}

function Implied({
  implication: { licenseIds },
  graph,
}: {
  implication: RoleImplication;
  graph: DefinitionGraph;
}) {
  const { t } = useLingui();
  if (licenseIds === 'loading') return '…';
  if (licenseIds === 'unknown') return t`Which licenses it implies is not known`;
  if (licenseIds.length === 0) return t`Implies no license`;
  return (
    <Trans>
      Implies <LicenseIdLinks ids={licenseIds} graph={graph} />
    </Trans>
  );
}
