import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';

/** Where the browser lets the tab keep nothing: the answer of the sign-in page could not be told from a forged one. */
export function NoStorageNotice() {
  return (
    <Alert severity="error">
      <Trans>
        This browser does not let the console keep anything in this tab (sessionStorage), and
        signing in needs that. Allow cookies and site data for this address, or use another window,
        then reload.
      </Trans>
    </Alert>
  );
}
