import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { Link } from 'react-router';
import { useReadOnly } from '@/api/useReadOnly';
import { plural } from '@/components/text/plural';
import { useStagedStore } from '@/organization/OrganizationProvider';
import type { Staged } from '@/organization/StagedStore';

/** Changes marked in the matrix: nothing of them is sent before it was reviewed. */
export const StagedBar = memo(function StagedBar({ changes }: { changes: Staged }) {
  const staged = useStagedStore();
  const mayOffer = useReadOnly() === 'no';
  if (changes.size === 0 || !mayOffer) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      action={
        <>
          <Button color="inherit" size="small" onClick={() => staged.clear()}>
            Discard
          </Button>
          <Button variant="contained" size="small" component={Link} to="/assign?from=matrix">
            Review staged changes
          </Button>
        </>
      }
    >
      {plural(changes.size, 'change')} staged. Click a cell, or press F2 in it, to stage it or to
      take it back.
    </Alert>
  );
});
