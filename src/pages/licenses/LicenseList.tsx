import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { LicenseLink } from '@/components/license/LicenseLink';
import { Muted } from '@/components/section/Muted';
import type { DefinitionGraph } from '@/model/definitions';

interface LicenseListProps {
  ids: readonly string[];
  graph: DefinitionGraph;
  /** What to say when the list is empty. */
  none: string;
}

export function LicenseList({ ids, graph, none }: LicenseListProps) {
  if (ids.length === 0) return <Muted>{none}</Muted>;
  return (
    <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
      {ids.map((id) => (
        <li key={id}>
          <LicenseLink id={id} graph={graph} />
          {!graph.has(id) && (
            <>
              {' '}
              <Trans>(no definition)</Trans>
            </>
          )}
        </li>
      ))}
    </Box>
  );
}
