import Typography from '@mui/material/Typography';
import { PermissionTable } from '@/components/license/PermissionTable';
import type { DefinitionGraph } from '@/model/definitions';

/** Few: the page has several such tables. */
const SHOWN_AT_FIRST = 10;

interface PermissionPartProps {
  title: string;
  filterLabel: string;
  permissions: ReadonlyMap<string, readonly string[]>;
  sourceHeader: string;
  graph: DefinitionGraph;
}

/** Some permissions of a section under their own heading; nothing where there are none. */
export function PermissionPart({ title, permissions, ...rest }: PermissionPartProps) {
  if (permissions.size === 0) return null;
  return (
    <div>
      <Typography component="h3" variant="subtitle2" dir="auto" sx={{ mt: 1, mb: 0.5 }}>
        {title}
      </Typography>
      <PermissionTable
        label={title}
        permissions={permissions}
        shownAtFirst={SHOWN_AT_FIRST}
        {...rest}
      />
    </div>
  );
}
