import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import TextField from '@mui/material/TextField';
import { memo } from 'react';
import { formatNumber } from '@/i18n/formats';
import type { Bitset } from '@/model/bitset';
import type { ColumnChoice } from './columnChoice';
import { setDensity, useDensity } from './density';
import type { LicenseColumn } from './licenseColumns';
import { useMatrix } from './MatrixContext';
import { ToolPopover } from './ToolPopover';

interface ColumnsMenuProps {
  /** How many licenses have a column now. */
  shown: number;
  all: number;
}

/** Which licenses have a column, in which order, and how high the rows are. */
export const ColumnsMenu = memo(function ColumnsMenu({ shown, all }: ColumnsMenuProps) {
  const { t } = useLingui();
  const shownText = formatNumber(shown);
  const allText = formatNumber(all);
  return (
    <ToolPopover label={shown === all ? t`Columns` : t`Columns (${shownText} of ${allText})`}>
      {() => <ColumnChoices />}
    </ToolPopover>
  );
});

function ColumnChoices() {
  const { t } = useLingui();
  const { data, query } = useMatrix();
  const { columns, actions } = query;
  const { licenses, view } = data;
  const change = (part: Partial<ColumnChoice>) => actions.setColumns({ ...columns, ...part });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        select
        label={t`Order of columns`}
        value={columns.order}
        onChange={({ target }) =>
          change({ order: target.value === 'holders' ? 'holders' : 'name' })
        }
        slotProps={{ select: { native: true } }}
      >
        <option value="name">{t`By name`}</option>
        <option value="holders">{t`Most holders first`}</option>
      </TextField>
      <FormGroup>
        <CompactRows />
        <FormControlLabel
          control={<Checkbox size="small" />}
          label={t`Only licenses that a user shown holds`}
          checked={columns.onlyHeld}
          onChange={(_event, onlyHeld) => change({ onlyHeld })}
        />
      </FormGroup>
      <LicenseChoices
        licenses={licenses}
        matching={view.matching}
        hidden={columns.hidden}
        onHide={(hidden) => change({ hidden })}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          size="small"
          disabled={columns.hidden.length === 0 && !columns.onlyHeld}
          onClick={() => change({ hidden: [], onlyHeld: false })}
        >
          {t`Show all`}
        </Button>
        <Button
          size="small"
          disabled={columns.hidden.length === licenses.length}
          onClick={() => change({ hidden: licenses.map(({ licenseId }) => licenseId) })}
        >
          {t`Hide all`}
        </Button>
      </Box>
    </Box>
  );
}

function CompactRows() {
  const { t } = useLingui();
  const density = useDensity();
  return (
    <FormControlLabel
      control={<Checkbox size="small" />}
      label={t`Compact rows`}
      checked={density === 'compact'}
      onChange={(_event, isCompact) => setDensity(isCompact ? 'compact' : 'comfortable')}
    />
  );
}

interface LicenseChoicesProps {
  licenses: readonly LicenseColumn[];
  matching: Bitset;
  hidden: readonly string[];
  onHide: (hidden: string[]) => void;
}

function LicenseChoices({ licenses, matching, hidden, onHide }: LicenseChoicesProps) {
  const { t } = useLingui();
  const isHidden = new Set(hidden);
  return (
    <FormGroup
      role="group"
      aria-label={t`Licenses with a column`}
      sx={{ maxHeight: '40vh', overflow: 'auto', flexWrap: 'nowrap', paddingInlineStart: 1 }}
    >
      {licenses.map(({ licenseId, label, holders }) => (
        <FormControlLabel
          key={licenseId}
          control={<Checkbox size="small" sx={{ py: 0.25 }} />}
          label={`${label === licenseId ? licenseId : `${label} (${licenseId})`}, ${formatNumber(holders.countIn(matching))}`}
          checked={!isHidden.has(licenseId)}
          onChange={(_event, isShown) =>
            onHide(isShown ? hidden.filter((other) => other !== licenseId) : [...hidden, licenseId])
          }
          slotProps={{ typography: { variant: 'body2' } }}
          sx={{ alignItems: 'flex-start' }}
        />
      ))}
    </FormGroup>
  );
}
