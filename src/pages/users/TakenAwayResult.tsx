import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { Muted } from '@/components/section/Muted';
import { plural } from '@/components/text/plural';
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
  const { lost, kept, leftWithout, unknown } = result;
  const { graph } = data;
  return (
    <>
      <Typography role="status" variant="body2">
        {lostText(lost.size, kept.size)}
      </Typography>
      {unknown.taken.length > 0 && (
        <Muted>
          Without a definition, nobody can tell what would go with{' '}
          <LicenseIdLinks ids={unknown.taken} graph={graph} />.
        </Muted>
      )}
      {unknown.left.length > 0 && lost.size > 0 && (
        <Muted>
          Some of it may stay all the same: without a definition, nobody can tell what comes with{' '}
          <LicenseIdLinks ids={unknown.left} graph={graph} />.
        </Muted>
      )}
      {leftWithout.length > 0 && (
        <Alert severity="warning">
          Licenses that stay need what would go:
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {leftWithout.map(({ licenseId, missing }) => (
              <li key={licenseId}>
                <LicenseIdLinks ids={[licenseId]} graph={graph} /> needs{' '}
                <LicenseIdLinks ids={missing} graph={graph} />
              </li>
            ))}
          </Box>
        </Alert>
      )}
      <ComesBack taken={taken} data={data} />
      {children}
      <PermissionPart
        title="Permissions lost"
        filterLabel="Filter permissions lost"
        permissions={lost}
        sourceHeader="Given by"
        graph={graph}
      />
      <PermissionPart
        title="Permissions that stay"
        filterLabel="Filter permissions that stay"
        permissions={kept}
        sourceHeader="Also given by"
        graph={graph}
      />
    </>
  );
}

function lostText(lost: number, kept: number): string {
  const stay = plural(kept, 'permission');
  if (lost === 0)
    return kept === 0
      ? 'No permission would be lost.'
      : `No permission would be lost: another license gives ${stay} too.`;
  const gone = plural(lost, 'permission');
  return kept === 0
    ? `${gone} would be lost.`
    : `${gone} would be lost; ${stay} would stay from another license.`;
}

/** Which roles imply the licenses: the service may give these back. What is not known is said. */
function ComesBack({ taken, data }: { taken: ReadonlySet<string>; data: UserPageData }) {
  const { implied, impliedByRole, isEveryRoleAsked, inferred, roles, graph } = data;
  const ids = [...taken];
  const returning = ids.filter((id) => implied?.has(id));
  if (roles.isPending || inferred.isLoading) return <Muted>Asking what the roles imply…</Muted>;
  const isKnown = implied !== undefined && isEveryRoleAsked;
  return (
    <>
      {returning.length > 0 && (
        <Alert severity="warning">
          The service may give back what roles imply:
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {returning.map((id) => (
              <li key={id}>
                <LicenseIdLinks ids={[id]} graph={graph} /> is implied by{' '}
                <span dir="auto">
                  {rolesThatImply(id, impliedByRole).join(', ') || 'the roles'}
                </span>
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {isKnown && returning.length === 0 && <Muted>No role of the user implies this.</Muted>}
      {!isKnown && (
        <Muted>
          Whether a role implies this, so that the service may give it back, is not known.
        </Muted>
      )}
    </>
  );
}

function rolesThatImply(licenseId: string, roles: UserPageData['impliedByRole']): string[] {
  return (roles ?? []).flatMap(({ role, licenseIds }) =>
    typeof licenseIds !== 'string' && licenseIds.includes(licenseId) ? roleName(role) : [],
  );
}
