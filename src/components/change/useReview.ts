import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Change } from '@/model/plan';
import { useStagedStore } from '@/organization/OrganizationProvider';

/** Stages changes and goes to their review: nothing is sent before it was seen and applied there. */
export function useReview(): (changes: readonly Change[]) => void {
  const staged = useStagedStore();
  const navigate = useNavigate();
  return useCallback(
    (changes) => {
      staged.stage(changes);
      void navigate('/assign?from=matrix');
    },
    [staged, navigate],
  );
}
