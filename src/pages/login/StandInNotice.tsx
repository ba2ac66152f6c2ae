import Alert from '@mui/material/Alert';
import { useConfig } from '@/config/ConfigProvider';

/** Nobody shall sign in at another host than the region's own without seeing which. */
export function StandInNotice() {
  const { api, login } = useConfig().hosts;
  if (!api && !login) return null;
  return (
    <Alert severity="info" sx={{ overflowWrap: 'anywhere' }}>
      This console is configured for other hosts than the region's own.
      {login && <div>Sign-in: {login}</div>}
      {api && <div>API: {api}</div>}
    </Alert>
  );
}
