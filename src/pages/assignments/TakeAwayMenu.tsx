import { plural, t } from '@lingui/core/macro';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { memo } from 'react';
import { useLanguage } from '@/i18n/useLanguage';
import { useSelection } from '@/organization/OrganizationProvider';
import { useMatrix } from './MatrixContext';
import { ToolPopover } from './ToolPopover';

/** What is shown, for a spreadsheet or for paper. */
export const TakeAwayMenu = memo(function TakeAwayMenu() {
  useLanguage();
  return (
    <ToolPopover label={t`Copy or print`}>
      {(close) => <WaysToTakeAway onDone={close} />}
    </ToolPopover>
  );
});

function WaysToTakeAway({ onDone }: { onDone: () => void }) {
  useLanguage();
  const { data, copying } = useMatrix();
  const { view } = data;
  const { rows: selected } = useSelection();
  return (
    <Stack sx={{ alignItems: 'flex-start' }}>
      <Button
        onClick={() => {
          onDone();
          copying.copy(view.rows);
        }}
      >
        {copyText(view.matching.countIn(selected), view.rows.length)}
      </Button>
      <Button
        onClick={() => {
          onDone();
          // Once this is gone from the screen, and the focus back.
          setTimeout(() => window.print());
        }}
      >
        {t`Print`}
      </Button>
    </Stack>
  );
}

function copyText(selected: number, shown: number): string {
  return selected > 0
    ? plural(selected, {
        one: 'Copy as table: # selected user',
        other: 'Copy as table: # selected users',
      })
    : plural(shown, {
        one: 'Copy as table: # user shown',
        other: 'Copy as table: # users shown',
      });
}
