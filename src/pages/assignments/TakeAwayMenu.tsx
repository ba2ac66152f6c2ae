import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { plural } from '@/components/text/plural';
import type { MatrixData } from './matrixData';
import type { CopyRows } from './useCopyRows';

interface TakeAwayMenuProps {
  data: MatrixData;
  copying: CopyRows;
}

/** What is shown, for a spreadsheet or for paper. */
export function TakeAwayMenu({ data, copying }: TakeAwayMenuProps) {
  const { view, selected } = data;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Copy or print
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem
          onClick={() => {
            close();
            copying.copy(view.rows);
          }}
        >
          Copy as table: {anchor && whoText(view.matching.countIn(selected), view.rows.length)}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            // Once the menu is gone, and the focus back.
            setTimeout(() => window.print());
          }}
        >
          Print…
        </MenuItem>
      </Menu>
    </>
  );
}

function whoText(selected: number, shown: number): string {
  return selected > 0 ? plural(selected, 'selected user') : `${plural(shown, 'user')} shown`;
}
