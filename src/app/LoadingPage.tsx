import LinearProgress from '@mui/material/LinearProgress';

/** While the first page is on its way. */
export function LoadingPage() {
  return <LinearProgress aria-label="Loading the page" />;
}
