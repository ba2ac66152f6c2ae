import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { memo } from 'react';
import { plural } from '@/components/text/plural';
import { useMatrix } from './MatrixContext';
import { ToolPopover } from './ToolPopover';

/** What is shown, for a spreadsheet or for paper. */
export const TakeAwayMenu = memo(function TakeAwayMenu() {
  return (
    <ToolPopover label="Copy or print">{(close) => <WaysToTakeAway onDone={close} />}</ToolPopover>
  );
});

function WaysToTakeAway({ onDone }: { onDone: () => void }) {
  const { data, copying } = useMatrix();
  const { view, selected } = data;
  return (
    <Stack sx={{ alignItems: 'flex-start' }}>
      <Button
        onClick={() => {
          onDone();
          copying.copy(view.rows);
        }}
      >
        Copy as table: {whoText(view.matching.countIn(selected), view.rows.length)}
      </Button>
      <Button
        onClick={() => {
          onDone();
          // Once this is gone from the screen, and the focus back.
          setTimeout(() => window.print());
        }}
      >
        Print
      </Button>
    </Stack>
  );
}

function whoText(selected: number, shown: number): string {
  return selected > 0 ? plural(selected, 'selected user') : `${plural(shown, 'user')} shown`;
}
