import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router';
import { useMe } from '@/api/session';
import { EmptyState } from '@/components/page/EmptyState';
import { Page } from '@/components/page/Page';
import { ChangesNotice } from '@/components/permission/ChangesNotice';
import { useChangeOffer } from '@/components/permission/useChangeOffer';
import { formatDateTime } from '@/i18n/formats';
import type { Wish } from '@/model/plan';
import type { SavedPlan } from '@/model/planFile';
import { AgainReview } from './AgainReview';
import { AssignForm } from './AssignForm';
import { EMPTY_DRAFT } from './assignDraft';
import { FromFile } from './FromFile';
import type { KeptFile } from './file/FileInput';
import { OpenPlan } from './OpenPlan';
import { Review } from './Review';
import { StagedReview } from './StagedReview';
import { UndoReview } from './UndoReview';
import { useAssignDraft } from './useAssignDraft';

/** What the administrator asked to review. */
interface Asked {
  /** Tells one asking from the next. */
  readonly number: number;
  readonly from: 'form' | 'file' | SavedPlan;
  readonly wishes: readonly Wish[];
}

/** The batch form and, a step further in the history, the review of what it would change. */
export function AssignPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const pageTitle = t`Batch assign`;
  const [params] = useSearchParams();
  const [draft, changeDraft] = useAssignDraft();
  const [file, setFile] = useState<KeptFile>();
  const [asked, setAsked] = useState<Asked>();
  const isReadOnly = useChangeOffer() === 'readOnly';
  const wantsReview = params.get('step') === 'review';
  const undoneJobId = params.get('undo');
  const retriedJobId = params.get('retry');
  const cancelledJobId = params.get('cancelled');

  // A reload in the middle of a review comes back to the form, which still holds everything.
  useEffect(() => {
    if (wantsReview && !asked) void navigate('/assign', { replace: true });
  }, [wantsReview, asked, navigate]);

  function review(from: Asked['from'], wishes: readonly Wish[]) {
    setAsked((before) => ({ from, wishes, number: (before?.number ?? 0) + 1 }));
    void navigate('/assign?step=review');
  }

  function leaveFor(jobId: string, from: Asked['from']) {
    if (from === 'form') changeDraft(EMPTY_DRAFT);
    void navigate(`/jobs/${encodeURIComponent(jobId)}`);
  }

  if (isReadOnly) {
    return (
      <Page title={pageTitle}>
        <EmptyState
          title={t`No changes in read-only mode`}
          description={t`What you had chosen here is kept, and comes back when the mode is left.`}
        />
      </Page>
    );
  }
  if (undoneJobId !== null) return <UndoReview jobId={undoneJobId} />;
  if (retriedJobId !== null) return <AgainReview jobId={retriedJobId} which="failed" />;
  if (cancelledJobId !== null) return <AgainReview jobId={cancelledJobId} which="cancelled" />;
  if (params.get('from') === 'matrix') return <StagedReview />;
  if (wantsReview && asked) {
    const { number, from, wishes } = asked;
    return (
      <Page title={pageTitle} documentTitle={t`Review changes`}>
        {typeof from === 'object' && <SavedPlanNotice plan={from} />}
        <Review
          key={number}
          wishes={wishes}
          onBack={() => void navigate(-1)}
          onApplied={(jobId) => leaveFor(jobId, from)}
        />
      </Page>
    );
  }
  if (params.get('from') === 'file') {
    return (
      <Page title={pageTitle} back={{ to: '/assign', label: t`Batch assign by form` }}>
        <FromFile kept={file} onKeep={setFile} onReview={({ wishes }) => review('file', wishes)} />
      </Page>
    );
  }
  return (
    <Page
      title={pageTitle}
      description={t`Choose users and licenses. Nothing is changed before you have seen each change and applied it.`}
      actions={
        <>
          <Button component={RouterLink} to="/assign?from=file">
            <Trans>Use a file</Trans>
          </Button>
          <OpenPlan onOpened={(plan) => review(plan, [{ kind: 'cells', changes: plan.changes }])} />
        </>
      }
    >
      <ChangesNotice />
      <AssignForm
        draft={draft}
        onChange={changeDraft}
        onReview={(wishes) => review('form', wishes)}
      />
    </Page>
  );
}

/** Says whose plan it is: ids of another organization mean nobody here. */
function SavedPlanNotice({ plan }: { plan: SavedPlan }) {
  const { data: me } = useMe();
  const here = me?.organization?.name ?? '';
  const savedAt = formatDateTime(new Date(plan.savedAt));
  return plan.organization === here ? (
    <Alert severity="info">
      <Trans>A plan saved on {savedAt}, planned anew with what is so now.</Trans>
    </Alert>
  ) : (
    <Alert severity="warning">
      <Trans>
        This plan was saved on {savedAt} for the organization “{plan.organization}”, and you are
        signed in to “{here}”.
      </Trans>
    </Alert>
  );
}
