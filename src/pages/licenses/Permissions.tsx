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
  const permissions = useMemo(() => permissionsWithParts(id, graph), [id, graph]);
  return (
    <Section title="Permissions">
      {permissions.size > 0 ? (
        <PermissionTable
          label="Permissions"
          permissions={permissions}
          sourceHeader="Also given by"
          graph={graph}
        />
      ) : (
        <Muted>Its definition names no permissions.</Muted>
      )}
    </Section>
  );
}

/** Permission → the comprised licenses that give it as well; the rest is what this license adds to them. */
function permissionsWithParts(id: string, graph: DefinitionGraph) {
  const parts = [...graph.comprisesOf(id)];
  return new Map(
    [...graph.permissionsOf(id)]
      .sort()
      .map((permission) => [
        permission,
        parts.filter((part) => graph.permissionsOf(part).has(permission)),
      ]),
  );
}
