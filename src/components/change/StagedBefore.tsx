import Alert from '@mui/material/Alert';
import { plural } from '@/components/text/plural';
import { useStaged } from '@/organization/OrganizationProvider';

/** Whoever reviews a fix reviews with it what was staged earlier: that should surprise nobody. */
export function StagedBefore() {
  const { size } = useStaged();
  if (size === 0) return null;
  return (
    <Alert severity="info">
      {plural(size, 'change')} staged before will be in the same review.
    </Alert>
  );
}
