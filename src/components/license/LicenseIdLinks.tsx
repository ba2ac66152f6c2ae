import Link from '@mui/material/Link';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router';
import type { DefinitionGraph } from '@/model/definitions';
import { licensePath } from './paths';

interface LicenseIdLinksProps {
  ids: Iterable<string>;
  graph: DefinitionGraph | undefined;
}

/** Licenses by their ids, where their names would drown the table; the name is the tooltip. */
export function LicenseIdLinks({ ids, graph }: LicenseIdLinksProps) {
  return [...ids].map((id, position) => (
    <Fragment key={id}>
      {position > 0 && ', '}
      <Link
        component={RouterLink}
        to={licensePath(id)}
        title={graph?.title(id)}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {id}
      </Link>
    </Fragment>
  ));
}
