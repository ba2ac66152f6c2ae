import { Trans } from '@lingui/react/macro';
import Backdrop from '@mui/material/Backdrop';
import Paper from '@mui/material/Paper';

/** While the token is revoked and the caches are emptied. */
export function SigningOut() {
  return (
    <Backdrop open sx={{ zIndex: 'tooltip' }}>
      <Paper role="status" sx={{ px: 3, py: 2 }}>
        <Trans>Signing out…</Trans>
      </Paper>
    </Backdrop>
  );
}
