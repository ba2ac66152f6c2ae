import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import type { Wish } from '@/model/plan';
import { useStagedStore } from '@/organization/OrganizationProvider';
import { Review } from './Review';

/** The changes marked in the matrix, as a plan to review like any other. */
export function StagedReview() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const staged = useStagedStore();
  // As they were marked when the review began; applying them takes the marks away.
  const [wishes] = useState<readonly Wish[]>(() => [
    { kind: 'cells', changes: [...staged.getSnapshot().values()] },
  ]);
  const isEmpty = wishes.every((wish) => wish.kind === 'cells' && wish.changes.length === 0);

  return (
    <Page
      title={t`Batch assign`}
      documentTitle={t`Review staged changes`}
      back={{ to: '/assignments', label: t`Assignments` }}
    >
      {isEmpty ? (
        <EmptyState
          title={t`Nothing is staged`}
          description={t`Click cells of the matrix to stage changes, then review them here.`}
          action={
            <Button component={RouterLink} to="/assignments">
              <Trans>Go to Assignments</Trans>
            </Button>
          }
        />
      ) : (
        <Review
          wishes={wishes}
          onBack={() => void navigate(-1)}
          onApplied={(jobId) => {
            staged.clear();
            void navigate(`/jobs/${encodeURIComponent(jobId)}`);
          }}
        />
      )}
    </Page>
  );
}
