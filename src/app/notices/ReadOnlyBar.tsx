import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useApi } from '@/api/ApiProvider';
import { useReadOnly } from '@/api/useReadOnly';

/** Says that nothing can be changed here, and how that ends. */
export function ReadOnlyBar() {
  const { readOnly } = useApi();
  const state = useReadOnly();
  if (state === 'no') return null;
  if (state === 'configured') {
    return (
      <Alert role="region" aria-label="Read-only mode" severity="info" square>
        This console is read-only: no changes are offered or sent. Whoever runs it can end that in
        its config.json.
      </Alert>
    );
  }
  return (
    <Alert
      role="region"
      aria-label="Read-only mode"
      severity="info"
      square
      action={
        <Button
          color="inherit"
          size="small"
          onClick={() => readOnly.choose(false)}
          sx={{ whiteSpace: 'nowrap' }}
        >
          Leave read-only mode
        </Button>
      }
    >
      Read-only mode: no changes are offered or sent.
    </Alert>
  );
}
