import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { onSignOut } from '@/auth/signOutTasks';
import { type AssignDraft, readDraft, writeDraft } from './assignDraft';

const WRITE_AFTER_MS = 300;

/**
 * The form's content, kept in the tab as it changes. Users named in the address (`/assign?user=ID`) are taken into it
 * once, and the address is tidied.
 */
export function useAssignDraft(): [AssignDraft, (change: Partial<AssignDraft>) => void] {
  const [params, setParams] = useSearchParams();
  const [draft, setDraft] = useState(() => withUsers(readDraft(), params.getAll('user')));
  const change = useCallback(
    (change: Partial<AssignDraft>) => setDraft((before) => ({ ...before, ...change })),
    [],
  );

  const latest = useRef(draft);
  const isForgotten = useRef(false);
  const write = useCallback(() => {
    if (!isForgotten.current) writeDraft(latest.current);
  }, []);

  useEffect(() => {
    latest.current = draft;
    const timer = setTimeout(write, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, write]);

  // The page is left only after everything was forgotten: it must not write down again what the next person may see.
  useEffect(
    () =>
      onSignOut(() => {
        isForgotten.current = true;
      }),
    [],
  );

  // Leaving the page or the tab must not outrun the timer.
  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  useEffect(() => {
    if (!params.has('user')) return;
    setParams(
      (before) => {
        before.delete('user');
        return before;
      },
      { replace: true },
    );
  }, [params, setParams]);

  return [draft, change];
}

/** A link to change one user's licenses means that user, not whoever is selected in the matrix as well. */
function withUsers(draft: AssignDraft, userIds: readonly string[]): AssignDraft {
  if (userIds.length === 0) return draft;
  return { ...draft, useSelection: false, userIds: [...new Set([...draft.userIds, ...userIds])] };
}
