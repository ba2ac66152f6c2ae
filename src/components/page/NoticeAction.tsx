import Button from '@mui/material/Button';
import type { ReactNode } from 'react';

interface NoticeActionProps {
  onClick: () => void;
  loading?: boolean;
  children: ReactNode;
}

/** What can be done about a notice, in its own color and on one line, however narrow the window is. */
export function NoticeAction({ onClick, loading, children }: NoticeActionProps) {
  return (
    <Button
      color="inherit"
      size="small"
      loading={loading ?? null}
      onClick={onClick}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {children}
    </Button>
  );
}
