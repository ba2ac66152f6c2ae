import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '@/components/page/Page';
import type { Wish } from '@/model/plan';
import { AssignForm } from './AssignForm';
import { EMPTY_DRAFT, forgetDraft } from './assignDraft';
import { Review } from './Review';
import { UndoReview } from './UndoReview';
import { useAssignDraft } from './useAssignDraft';

/** What the administrator asked to review. The number tells one asking from the next. */
interface Asked {
  readonly number: number;
  readonly wishes: readonly Wish[];
}

/** The batch form and, a step further in the history, the review of what it would change. */
export function AssignPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [draft, changeDraft] = useAssignDraft();
  const [asked, setAsked] = useState<Asked>();
  const wantsReview = params.get('step') === 'review';
  const undoneJobId = params.get('undo');

  // A reload in the middle of a review comes back to the form, which still holds everything.
  useEffect(() => {
    if (wantsReview && !asked) void navigate('/assign', { replace: true });
  }, [wantsReview, asked, navigate]);

  if (undoneJobId !== null) return <UndoReview jobId={undoneJobId} />;
  if (wantsReview && asked) {
    return (
      <Page title="Batch assign" documentTitle="Review changes">
        <Review
          key={asked.number}
          wishes={asked.wishes}
          onBack={() => void navigate(-1)}
          onApplied={(jobId) => {
            changeDraft(EMPTY_DRAFT);
            forgetDraft();
            void navigate(`/jobs/${jobId}`);
          }}
        />
      </Page>
    );
  }
  return (
    <Page
      title="Batch assign"
      description="Choose users and licenses. Nothing is changed before you have seen each change and applied it."
    >
      <AssignForm
        draft={draft}
        onChange={changeDraft}
        onReview={(wishes) => {
          setAsked((before) => ({ number: (before?.number ?? 0) + 1, wishes }));
          void navigate('/assign?step=review');
        }}
      />
    </Page>
  );
}
