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
  const permissions = useMemo(() => origins(id, graph), [id, graph]);
  return (
    <Section title="Permissions">
      {permissions.size > 0 ? (
        <PermissionTable
          label="Permissions"
          permissions={permissions}
          sourceHeader="Comes from"
          graph={graph}
        />
      ) : (
        <Muted>Its definition names no permissions.</Muted>
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
