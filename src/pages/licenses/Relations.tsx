import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { Muted } from '@/components/section/Muted';
import { Section } from '@/components/section/Section';
import type { DefinitionGraph } from '@/model/definitions';
import { LicenseList } from './LicenseList';
import { PartsList } from './PartsList';
import { partsTree } from './partsTree';

interface RelationsProps {
  id: string;
  graph: DefinitionGraph;
}

/** How a license hangs together with others: what it needs and contains, and what needs and contains it. */
export function Relations({ id, graph }: RelationsProps) {
  const tree = useMemo(() => partsTree(id, graph), [id, graph]);
  const direct = graph.prerequisitesOf(id);
  const further = [...graph.allPrerequisitesOf(id)].filter((other) => !direct.includes(other));
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}
    >
      <Section title="Prerequisites">
        <LicenseList ids={direct} graph={graph} none="It asks for no other license." />
        {further.length > 0 && (
          <>
            <Muted>These in turn ask for:</Muted>
            <LicenseList ids={further} graph={graph} none="" />
          </>
        )}
      </Section>
      <Section title="Comprises">
        {tree.length > 0 ? (
          <PartsList parts={tree} graph={graph} />
        ) : (
          <Muted>It comprises no other license.</Muted>
        )}
      </Section>
      <Section title="Required by">
        <LicenseList ids={graph.requiredBy(id)} graph={graph} none="No license asks for it." />
      </Section>
      <Section title="Comprised in">
        <LicenseList
          ids={[...graph.comprisedIn(id)]}
          graph={graph}
          none="No license comprises it."
        />
      </Section>
    </Box>
  );
}
