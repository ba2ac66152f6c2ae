import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DomainRole } from '@/api/schema';
import { Muted } from '@/components/section/Muted';
import { without } from '@/model/sideBySide';
import type { Compared } from './compared';
import { roleName } from './roleName';

interface RolesComparedProps {
  first: Compared;
  second: Compared;
}

/** The roles that only one of two users has; where the roles of one are not known, that is all there is to say. */
export function RolesCompared({ first, second }: RolesComparedProps) {
  const { t } = useLingui();
  const both = [first, second];
  const unknown = both.find(({ data }) => !data.roles.isPending && !data.roles.data?.roles);
  if (unknown) {
    const { name } = unknown;
    return <Muted>{t`The roles of ${name} are not known, so roles are not compared.`}</Muted>;
  }
  if (both.some(({ data }) => data.roles.isPending)) return <Muted>{t`Reading the roles…`}</Muted>;
  const [one, other] = [rolesOf(first), rolesOf(second)];
  const sides = [
    { of: first, roles: [...without(one, other).values()] },
    { of: second, roles: [...without(other, one).values()] },
  ].filter(({ roles }) => roles.length > 0);
  if (sides.length === 0) return <Muted>{t`Both have the same roles.`}</Muted>;
  return sides.map(({ of: { userId, name }, roles }) => {
    const title = t`Roles that only ${name} has`;
    return (
      <Box key={userId}>
        <Typography component="h3" variant="subtitle2">
          {title}
        </Typography>
        <Box
          component="ul"
          aria-label={title}
          sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}
        >
          {roles.map((role, position) => (
            <li key={role.id ?? position} dir="auto">
              {roleName(role)}
            </li>
          ))}
        </Box>
      </Box>
    );
  });
}

/** A role without an id is the same as another one of its name. */
function rolesOf({ data }: Compared): ReadonlyMap<string, DomainRole> {
  return new Map(
    (data.roles.data?.roles ?? []).map((role) => [role.id ?? `name ${roleName(role)}`, role]),
  );
}
