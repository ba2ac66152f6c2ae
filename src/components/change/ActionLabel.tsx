import { Trans } from '@lingui/react/macro';
import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import type { Action } from '@/model/plan';

/** "Add" or "Remove", told by word and sign as well as by color. */
export function ActionLabel({ action }: { action: Action }) {
  const Icon = action === 'add' ? AddIcon : RemoveIcon;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: action === 'add' ? 'success.main' : 'error.main',
      }}
    >
      <Icon fontSize="inherit" aria-hidden />
      {action === 'add' ? <Trans>Add</Trans> : <Trans>Remove</Trans>}
    </Box>
  );
}
