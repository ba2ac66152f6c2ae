import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { Muted } from '@/components/section/Muted';
import { useLanguage } from '@/i18n/useLanguage';
import type { TakenAway } from '@/model/takeAway';
import { PermissionPart } from './PermissionPart';
import { roleName } from './roleName';
import type { UserPageData } from './useUserPage';

interface TakenAwayResultProps {
  taken: ReadonlySet<string>;
  result: TakenAway;
  data: UserPageData;
  /** What one can do about it, before the long lists. */
  children: ReactNode;
}

/** What goes with the licenses, what stays, what breaks, and what may come back. */
export function TakenAwayResult({ taken, result, data, children }: TakenAwayResultProps) {
  useLanguage();
  const { lost, kept, leftWithout, unknown } = result;
  const { graph } = data;
  return (
    <>
      <Typography role="status" variant="body2">
        {lostText(lost.size, kept.size)}
      </Typography>
      {unknown.taken.length > 0 && (
        <Muted>
          <Trans>
            Without a definition, nobody can tell what would go with{' '}
            <LicenseIdLinks ids={unknown.taken} graph={graph} />.
          </Trans>
        </Muted>
      )}
      {unknown.left.length > 0 && lost.size > 0 && (
        <Muted>
          <Trans>
            Some of it may stay all the same: without a definition, nobody can tell what comes with{' '}
            <LicenseIdLinks ids={unknown.left} graph={graph} />.
          </Trans>
        </Muted>
      )}
      {leftWithout.length > 0 && (
        <Alert severity="warning">
          {t`Licenses that stay need what would go:`}
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
            {leftWithout.map(({ licenseId, missing }) => (
              <li key={licenseId}>
                <Trans>
                  <LicenseIdLinks ids={[licenseId]} graph={graph} /> needs{' '}
                  <LicenseIdLinks ids={missing} graph={graph} />
                </Trans>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      <ComesBack taken={taken} data={data} />
      {children}
      <PermissionPart
        title={t`Permissions lost`}
        filterLabel={t`Filter permissions lost`}
        permissions={lost}
        sourceHeader={t`Given by`}
        graph={graph}
      />
      <PermissionPart
        title={t`Permissions that stay`}
        filterLabel={t`Filter permissions that stay`}
        permissions={kept}
        sourceHeader={t`Also given by`}
        graph={graph}
      />
    </>
  );
}

function lostText(lost: number, kept: number): string {
  if (lost === 0 && kept === 0) return t`No permission would be lost.`;
  if (lost === 0) {
    return plural(kept, {
      one: 'No permission would be lost: another license gives # permission too.',
      other: 'No permission would be lost: another license gives # permissions too.',
    });
  }
  if (kept === 0) {
    return plural(lost, {
      one: '# permission would be lost.',
      other: '# permissions would be lost.',
    });
  }
  return t`${plural(lost, { one: '# permission would be lost', other: '# permissions would be lost' })}; ${plural(kept, { one: '# permission would stay from another license', other: '# permissions would stay from another license' })}.`;
}

/** Which roles imply the licenses: the service may give these back. What is not known is said. */
function ComesBack({ taken, data }: { taken: ReadonlySet<string>; data: UserPageData }) {
  useLanguage();
  const { implied, impliedByRole, isEveryRoleAsked, inferred, roles, graph } = data;
  const ids = [...taken];
  const returning = ids.filter((id) => implied?.has(id));
  if (roles.isPending || inferred.isLoading)
    return <Muted>{t`Asking what the roles imply…`}</Muted>;
  const isKnown = implied !== undefined && isEveryRoleAsked;
  return (
    <>
      {returning.length > 0 && (
        <Alert severity="warning">
          {t`The service may give back what roles imply:`}
          <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5 }}>
            {returning.map((id) => (
              <li key={id}>
                <ImpliedBy
                  license={<LicenseIdLinks ids={[id]} graph={graph} />}
                  roles={rolesThatImply(id, impliedByRole)}
                />
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {isKnown && returning.length === 0 && <Muted>{t`No role of the user implies this.`}</Muted>}
      {!isKnown && (
        <Muted>
          {t`Whether a role implies this, so that the service may give it back, is not known.`}
        </Muted>
      )}
    </>
  );
}

function ImpliedBy({ license, roles }: { license: ReactNode; roles: readonly string[] }) {
  if (roles.length === 0) return <Trans>{license} is implied by the roles</Trans>;
  const names = roles.join(t`, `);
  return (
    <Trans>
      {license} is implied by <span dir="auto">{names}</span>
    </Trans>
  );
}

function rolesThatImply(licenseId: string, roles: UserPageData['impliedByRole']): string[] {
  return (roles ?? []).flatMap(({ role, licenseIds }) =>
    typeof licenseIds !== 'string' && licenseIds.includes(licenseId) ? roleName(role) : [],
  );
}
