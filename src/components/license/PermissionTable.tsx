import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Fragment, useDeferredValue, useMemo, useState } from 'react';
import { stackedWhenNarrow } from '@/components/table/stacked';
import { formatNumber } from '@/i18n/formats';
import type { DefinitionGraph } from '@/model/definitions';
import { LicenseIdLinks } from './LicenseIdLinks';
import { byDomain, filterPermissions, firstOf } from './permissionGroups';

interface PermissionTableProps {
  /** The table's accessible name. */
  label: string;
  /** The label of the search field, where the table's name makes none. */
  filterLabel?: string;
  /** Permission → the licenses that it comes from. */
  permissions: ReadonlyMap<string, readonly string[]>;
  sourceHeader: string;
  /** The others are shown on demand. */
  shownAtFirst?: number;
  graph: DefinitionGraph | undefined;
}

const SHOWN_AT_FIRST = 25;
const DOMAIN_LOOKS = { fontWeight: 600, borderBottom: 0, pt: 1.5 };

/** Permissions by domain, searchable, with where each comes from. */
export function PermissionTable({
  label,
  filterLabel,
  permissions,
  sourceHeader,
  shownAtFirst = SHOWN_AT_FIRST,
  graph,
}: PermissionTableProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [isWhole, setWhole] = useState(false);
  const searched = useDeferredValue(text);
  const found = useMemo(() => filterPermissions(permissions, searched), [permissions, searched]);
  const allFound = formatNumber(found.size);
  const shown = isWhole ? found : firstOf(found, shownAtFirst);
  return (
    <div>
      <TextField
        type="search"
        size="small"
        label={filterLabel ?? t`Filter permissions`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        sx={{ maxWidth: 420, width: '100%' }}
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', my: 1 }}>
        {countText(found.size, permissions.size)}
      </Typography>
      {found.size > 0 && (
        <TableContainer sx={stackedWhenNarrow}>
          <Table size="small" aria-label={label} role="table">
            <TableHead role="rowgroup">
              <TableRow role="row">
                <TableCell role="columnheader">
                  <Trans>Permission</Trans>
                </TableCell>
                <TableCell role="columnheader">{sourceHeader}</TableCell>
              </TableRow>
            </TableHead>
            {byDomain(shown).map(({ domain, entries }) => (
              <TableBody key={domain} role="rowgroup">
                <TableRow role="row">
                  <TableCell component="th" scope="rowgroup" colSpan={2} sx={DOMAIN_LOOKS}>
                    {domain}
                  </TableCell>
                </TableRow>
                {entries.map(([permission, sources]) => (
                  <TableRow key={permission} hover role="row">
                    <TableCell component="th" scope="row" role="rowheader">
                      <Permission id={permission} />
                    </TableCell>
                    <TableCell role="cell" data-label={sourceHeader}>
                      <div>
                        <LicenseIdLinks ids={sources} graph={graph} />
                      </div>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            ))}
          </Table>
        </TableContainer>
      )}
      {found.size > shownAtFirst && (
        <Button size="small" onClick={() => setWhole(!isWhole)} sx={{ mt: 0.5 }}>
          {isWhole ? (
            <Trans>Show the first {shownAtFirst}</Trans>
          ) : (
            <Trans>Show all {allFound}</Trans>
          )}
        </Button>
      )}
    </div>
  );
}

/** Breaks after a colon where it must break at all. */
function Permission({ id }: { id: string }) {
  const parts = id.split(/(?<=:)/);
  return parts.map((part, position) => (
    <Fragment key={parts.slice(0, position + 1).join('')}>
      {position > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function countText(found: number, all: number): string {
  if (found === all) return plural(all, { one: '# permission', other: '# permissions' });
  const part = formatNumber(found);
  return plural(all, { one: `${part} of # permission`, other: `${part} of # permissions` });
}
