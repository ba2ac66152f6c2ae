import { Trans, useLingui } from '@lingui/react/macro';
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
  const { t } = useLingui();
  const tree = useMemo(() => partsTree(id, graph), [id, graph]);
  const direct = graph.prerequisitesOf(id);
  const further = [...graph.allPrerequisitesOf(id)].filter((other) => !direct.includes(other));
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}
    >
      <Section title={t`Prerequisites`}>
        <LicenseList ids={direct} graph={graph} none={t`It asks for no other license.`} />
        {further.length > 0 && (
          <>
            <Muted>
              <Trans>These in turn ask for:</Trans>
            </Muted>
            <LicenseList ids={further} graph={graph} none="" />
          </>
        )}
      </Section>
      <Section title={t`Comprises`}>
        {tree.length > 0 ? (
          <PartsList parts={tree} graph={graph} />
        ) : (
          <Muted>
            <Trans>It comprises no other license.</Trans>
          </Muted>
        )}
      </Section>
      <Section title={t`Required by`}>
        <LicenseList ids={graph.requiredBy(id)} graph={graph} none={t`No license asks for it.`} />
      </Section>
      <Section title={t`Comprised in`}>
        <LicenseList
          ids={[...graph.comprisedIn(id)]}
          graph={graph}
          none={t`No license comprises it.`}
        />
      </Section>
    </Box>
  );
}
