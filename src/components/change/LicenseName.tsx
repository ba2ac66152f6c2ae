import Box from '@mui/material/Box';
import type { DefinitionGraph } from '@/model/definitions';

/** A license by its id, with its description where there is one. */
export function LicenseName({ licenseId, graph }: { licenseId: string; graph: DefinitionGraph }) {
  const title = graph.title(licenseId);
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      {licenseId}{' '}
      {title !== licenseId && (
        <Box component="span" sx={{ color: 'text.secondary', marginInlineStart: 1 }}>
          {title}
        </Box>
      )}
    </Box>
  );
}
