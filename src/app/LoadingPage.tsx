import { useLingui } from '@lingui/react/macro';
import LinearProgress from '@mui/material/LinearProgress';

/** While the first page is on its way. */
export function LoadingPage() {
  const { t } = useLingui();
  return <LinearProgress aria-label={t`Loading the page`} />;
}
