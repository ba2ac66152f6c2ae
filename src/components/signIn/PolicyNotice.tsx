import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';

/** The server that the console comes from has to name the hosts of a region before a browser asks them. */
export function PolicyNotice({ hosts }: { hosts: readonly string[] }) {
  return (
    <Alert severity="error" sx={{ '& .MuiAlert-message': { minWidth: 0 } }}>
      <AlertTitle>
        <Trans>The policy of this console's server does not allow this region</Trans>
      </AlertTitle>
      <Typography variant="body2">
        <Trans>
          Nothing was sent. Whoever runs this console has to add to <code>connect-src</code> in the
          Content-Security-Policy of its web server:
        </Trans>
      </Typography>
      <Typography
        variant="body2"
        component="code"
        sx={{ display: 'block', mt: 1, overflowWrap: 'anywhere' }}
      >
        {hosts.join(' ')}
      </Typography>
    </Alert>
  );
}
