import { Plural } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useStaged } from '@/organization/OrganizationProvider';

/** Whoever reviews a fix reviews with it what was staged earlier: that should surprise nobody. */
export function StagedBefore() {
  const { size } = useStaged();
  if (size === 0) return null;
  return (
    <Alert severity="info">
      <Plural
        value={size}
        one="# change staged before will be in the same review."
        other="# changes staged before will be in the same review."
      />
    </Alert>
  );
}
