import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { PermissionTable } from '@/components/license/PermissionTable';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { DefinitionGraph } from '@/model/definitions';

interface PermissionsProps {
  id: string;
  graph: DefinitionGraph;
}

/** What a license gives, by itself and by what it comprises. */
export function Permissions({ id, graph }: PermissionsProps) {
  const { t } = useLingui();
  const permissions = useMemo(() => origins(id, graph), [id, graph]);
  return (
    <Section title={t`Permissions`}>
      {permissions.size > 0 ? (
        <PermissionTable
          label={t`Permissions`}
          permissions={permissions}
          sourceHeader={t`Comes from`}
          graph={graph}
        />
      ) : (
        <Muted>
          <Trans>Its definition names no permissions.</Trans>
        </Muted>
      )}
    </Section>
  );
}

/** Permission → where it comes from: the innermost comprised licenses that give it, or else the license itself. */
function origins(id: string, graph: DefinitionGraph) {
  const whole = [id, ...graph.comprisesOf(id)];
  const permissions = [...graph.permissionsOf(id)].sort();
  return new Map(
    permissions.map((permission) => {
      const gives = (license: string) => graph.permissionsOf(license).has(permission);
      const innermost = whole.filter(
        (license) => gives(license) && ![...graph.comprisesOf(license)].some(gives),
      );
      // In a circle of licenses none is innermost.
      return [permission, innermost.length > 0 ? innermost : [id]];
    }),
  );
}
