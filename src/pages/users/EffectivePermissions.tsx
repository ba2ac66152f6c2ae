import { Trans, useLingui } from '@lingui/react/macro';
import Skeleton from '@mui/material/Skeleton';
import { LicenseIdLinks } from '@/components/license/LicenseIdLinks';
import { PermissionTable } from '@/components/license/PermissionTable';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { UserPageData } from './useUserPage';

/** Every permission that the user's licenses give, and which of them give it. */
export function EffectivePermissions({ data }: { data: UserPageData }) {
  const { t } = useLingui();
  const { licenses, definitions, held, permissions, graph } = data;
  const withoutDefinition = definitions.isPending
    ? []
    : (held?.ids.filter((id) => !graph.has(id)) ?? []);
  return (
    <Section title={t`Effective permissions`}>
      {licenses.isPending && <Skeleton variant="rounded" height={120} />}
      {!licenses.isPending && held === undefined && (
        <Muted>{t`Unknown, as the licenses of this user are.`}</Muted>
      )}
      {withoutDefinition.length > 0 && (
        <Muted>
          <Trans>
            Without a definition, nobody can tell what comes with{' '}
            <LicenseIdLinks ids={withoutDefinition} graph={graph} />.
          </Trans>
        </Muted>
      )}
      {held !== undefined && permissions.size === 0 && withoutDefinition.length === 0 && (
        <Muted>{t`The licenses of this user give no permissions.`}</Muted>
      )}
      {permissions.size > 0 && (
        <PermissionTable
          label={t`Effective permissions`}
          filterLabel={t`Filter effective permissions`}
          permissions={permissions}
          sourceHeader={t`Given by`}
          graph={graph}
        />
      )}
    </Section>
  );
}
