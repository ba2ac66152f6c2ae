import { plural, t } from '@lingui/core/macro';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { useSelection, useStagedStore } from '@/organization/OrganizationProvider';
import { type LicenseShare, nextTarget, restaged, shareOf } from './bulkChange';
import { ColumnLabel } from './ColumnLabel';
import type { LicenseColumn } from './licenseColumns';
import type { MatrixData } from './matrixData';
import { TriStateCheckbox } from './TriStateCheckbox';

interface BulkChangeProps {
  id: string;
  data: MatrixData;
}

/** Each license among the selected users: held by all, some or none of them. A click stages the change. */
export function BulkChange({ id, data }: BulkChangeProps) {
  useLanguage();
  const { index, licenses, staged } = data;
  const selection = useSelection();
  const store = useStagedStore();
  const titleId = useId();
  if (selection.count === 0) return null;
  const users = selection.rows.clone().intersect(index.assignmentsRead);
  const known = users.count;

  function change({ licenseId }: LicenseColumn, share: LicenseShare): void {
    const target = nextTarget(share);
    const changes = restaged(store.getSnapshot(), { index, users, licenseId, target });
    store.clear();
    store.stage(changes);
  }

  return (
    <Paper
      component="section"
      variant="outlined"
      id={id}
      aria-labelledby={titleId}
      sx={{ px: 2, py: 1.5, maxHeight: 'min(16rem, 40vh)', overflow: 'auto', flexShrink: 0 }}
    >
      <Typography id={titleId} component="h2" variant="subtitle2">
        {t`Licenses of the selected users`}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {explanation(known, selection.count - known)}
      </Typography>
      <Box
        component="ul"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(17rem, 100%), 1fr))',
          columnGap: 2,
          m: 0,
          p: 0,
          listStyle: 'none',
        }}
      >
        {licenses.map((license) => (
          <LicenseOfMany
            key={license.licenseId}
            license={license}
            share={shareOf(license.holders, license.licenseId, users, staged)}
            onChange={change}
          />
        ))}
      </Box>
    </Paper>
  );
}

function explanation(known: number, unknown: number): string {
  const leftOut = plural(unknown, {
    one: '# user left out: what they hold was not read.',
    other: '# users left out: what they hold was not read.',
  });
  if (known === 0) return unknown > 0 ? leftOut : t`Nobody is selected.`;
  const whatToDo = t`A click stages giving a license to all who lack it, then taking it from all who hold it.`;
  return unknown > 0 ? `${whatToDo} ${leftOut}` : whatToDo;
}

interface LicenseOfManyProps {
  license: LicenseColumn;
  share: LicenseShare;
  onChange: (license: LicenseColumn, share: LicenseShare) => void;
}

function LicenseOfMany({ license, share, onChange }: LicenseOfManyProps) {
  const { licenseId, label } = license;
  const countId = useId();
  return (
    <Box component="li">
      <Box
        component="label"
        sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.5, cursor: 'pointer' }}
      >
        <TriStateCheckbox
          count={share.after}
          all={share.all}
          disabled={share.all === 0}
          aria-label={label === licenseId ? licenseId : `${label} (${licenseId})`}
          aria-describedby={countId}
          onChange={() => onChange(license, share)}
          style={{ width: 16, height: 16, margin: '2px 0', flexShrink: 0 }}
        />
        <Typography variant="body2" component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <ColumnLabel license={license} />
          <Typography
            id={countId}
            variant="caption"
            component="span"
            sx={{ display: 'block', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}
          >
            {shareText(share)}
          </Typography>
        </Typography>
      </Box>
    </Box>
  );
}

function shareText({ all, now, after }: LicenseShare): string {
  const before = countText(now, all);
  const staged = countText(after, all);
  return after === now ? before : t`${before}, staged: ${staged}`;
}

function countText(count: number, all: number): string {
  if (count === 0) return t({ message: 'none', comment: 'None of the users' });
  const countedText = formatNumber(count);
  const allText = formatNumber(all);
  return count === all ? t`all ${allText}` : t`${countedText} of ${allText}`;
}
