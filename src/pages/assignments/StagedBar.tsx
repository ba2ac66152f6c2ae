import { Plural, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { Link } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { useStagedStore } from '@/organization/OrganizationProvider';
import type { Staged } from '@/organization/StagedStore';

/** Changes marked in the matrix: nothing of them is sent before it was reviewed. */
export const StagedBar = memo(function StagedBar({ changes }: { changes: Staged }) {
  const { t } = useLingui();
  const staged = useStagedStore();
  const mayOffer = useReadOnly() === 'no';
  const { size } = changes;
  if (size === 0 || !mayOffer) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      action={
        <>
          <Button color="inherit" size="small" onClick={() => staged.clear()}>
            {t`Discard`}
          </Button>
          <Button variant="contained" size="small" component={Link} to="/assign?from=matrix">
            {t`Review staged changes`}
          </Button>
        </>
      }
    >
      <Plural
        value={size}
        one="# change staged. Click a cell, or press F2 in it, to stage it or to take it back."
        other="# changes staged. Click a cell, or press F2 in it, to stage it or to take it back."
      />
    </Alert>
  );
});
