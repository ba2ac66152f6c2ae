import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { LicenseLink } from '@/components/license/LicenseLink';
import type { DefinitionGraph } from '@/model/definitions';
import type { Part } from './partsTree';

interface PartsListProps {
  parts: readonly Part[];
  graph: DefinitionGraph;
}

/** What a license comprises, level by level. */
export function PartsList({ parts, graph }: PartsListProps) {
  return (
    <Box component="ul" sx={{ m: 0, paddingInlineStart: 2.5, typography: 'body2' }}>
      {parts.map((part) => (
        <li key={part.id}>
          <LicenseLink id={part.id} graph={graph} />
          {part.isRepeated && (
            <>
              {' '}
              <Trans>(see above)</Trans>
            </>
          )}
          {part.parts.length > 0 && <PartsList parts={part.parts} graph={graph} />}
        </li>
      ))}
    </Box>
  );
}
