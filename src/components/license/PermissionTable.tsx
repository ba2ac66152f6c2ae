import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { DefinitionGraph } from '@/model/definitions';
import { LicenseIdLinks } from './LicenseIdLinks';
import { byDomain, filterPermissions, firstOf } from './permissionGroups';

interface PermissionTableProps {
  /** The table's accessible name. */
  label: string;
  /** Permission → the licenses that it comes from. */
  permissions: ReadonlyMap<string, readonly string[]>;
  sourceHeader: string;
  graph: DefinitionGraph | undefined;
}

const SHOWN_AT_FIRST = 40;

/** Permissions by domain, searchable, with where each comes from. */
export function PermissionTable({ label, permissions, sourceHeader, graph }: PermissionTableProps) {
  const [text, setText] = useState('');
  const [isWhole, setWhole] = useState(false);
  const searched = useDeferredValue(text);
  const found = useMemo(() => filterPermissions(permissions, searched), [permissions, searched]);
  const shown = isWhole ? found : firstOf(found, SHOWN_AT_FIRST);
  const groupId = useId();
  return (
    <div>
      <TextField
        type="search"
        size="small"
        label={`Filter ${label.toLowerCase()}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        sx={{ maxWidth: 420, width: '100%' }}
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', my: 1 }}>
        {countText(found.size, permissions.size)}
      </Typography>
      {found.size > 0 && (
        <Table size="small" aria-label={label} sx={{ '& td': { overflowWrap: 'anywhere' } }}>
          <TableHead>
            <TableRow>
              <TableCell>Permission</TableCell>
              <TableCell>{sourceHeader}</TableCell>
            </TableRow>
          </TableHead>
          {byDomain(shown).map(({ domain, entries }) => (
            <TableBody key={domain}>
              <TableRow>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={2}
                  id={`${groupId}-${domain}`}
                  sx={{ fontWeight: 600, borderBottom: 0, pt: 1.5 }}
                >
                  {domain}
                </TableCell>
              </TableRow>
              {entries.map(([permission, sources]) => (
                <TableRow key={permission} hover>
                  <TableCell>{permission}</TableCell>
                  <TableCell>
                    <LicenseIdLinks ids={sources} graph={graph} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          ))}
        </Table>
      )}
      {found.size > SHOWN_AT_FIRST && (
        <Button size="small" onClick={() => setWhole(!isWhole)} sx={{ mt: 0.5 }}>
          {isWhole ? `Show the first ${SHOWN_AT_FIRST}` : `Show all ${found.size.toLocaleString()}`}
        </Button>
      )}
    </div>
  );
}

function countText(found: number, all: number): string {
  const total = `${all.toLocaleString()} ${all === 1 ? 'permission' : 'permissions'}`;
  return found === all ? total : `${found.toLocaleString()} of ${total}`;
}
