import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { plural } from '@/components/text/plural';
import type { MatrixData } from './matrixData';
import { ToolPopover } from './ToolPopover';
import type { CopyRows } from './useCopyRows';

interface TakeAwayMenuProps {
  data: MatrixData;
  copying: CopyRows;
}

/** What is shown, for a spreadsheet or for paper. */
export function TakeAwayMenu({ data: { view, selected }, copying }: TakeAwayMenuProps) {
  return (
    <ToolPopover label="Copy or print">
      {(close) => (
        <Stack sx={{ alignItems: 'flex-start' }}>
          <Button
            onClick={() => {
              close();
              copying.copy(view.rows);
            }}
          >
            Copy as table: {whoText(view.matching.countIn(selected), view.rows.length)}
          </Button>
          <Button
            onClick={() => {
              close();
              // Once this is gone from the screen, and the focus back.
              setTimeout(() => window.print());
            }}
          >
            Print
          </Button>
        </Stack>
      )}
    </ToolPopover>
  );
}

function whoText(selected: number, shown: number): string {
  return selected > 0 ? plural(selected, 'selected user') : `${plural(shown, 'user')} shown`;
}
