import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import type { AppConfig } from '@/config/config';

/** Nobody shall sign in at another host than the region's own without seeing which. */
export function StandInNotice({ hosts: { api, login } }: { hosts: AppConfig['hosts'] }) {
  if (!api && !login) return null;
  return (
    <Alert severity="info" sx={{ overflowWrap: 'anywhere' }}>
      <Trans>This console is configured for other hosts than the region's own.</Trans>
      {login && (
        <div>
          <Trans>Sign-in: {login}</Trans>
        </div>
      )}
      {api && (
        <div>
          <Trans>API: {api}</Trans>
        </div>
      )}
    </Alert>
  );
}
