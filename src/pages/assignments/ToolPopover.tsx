import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { type ReactNode, useState } from 'react';

interface ToolPopoverProps {
  /** What the button and the dialog it opens are called. */
  label: string;
  /** More than the label says, for those who do not see it. */
  description?: string | undefined;
  children: (close: () => void) => ReactNode;
}

/** A button over the matrix and what it opens. What is in it costs nothing until then. */
export function ToolPopover({ label, description, children }: ToolPopoverProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-description={description}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': label,
            sx: { p: 2, width: 'min(24rem, calc(100vw - 32px))' },
          },
        }}
      >
        {children(close)}
      </Popover>
    </>
  );
}
