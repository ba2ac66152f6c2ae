import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { DefinitionGraph } from '@/model/definitions';
import { licensePath } from './paths';

interface LicenseLinkProps {
  id: string;
  /** Undefined while the definitions are not known: the id stands for the name. */
  graph: DefinitionGraph | undefined;
}

/** A license by its name, linked to its page, with the id beside it where the two differ. */
export function LicenseLink({ id, graph }: LicenseLinkProps) {
  const title = graph?.title(id) ?? id;
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
      <Link component={RouterLink} to={licensePath(id)} dir="auto">
        {title}
      </Link>
      {title !== id && (
        <>
          {' '}
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            {id}
          </Typography>
        </>
      )}
    </Box>
  );
}
