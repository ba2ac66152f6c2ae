import { useDeferredValue, useMemo } from 'react';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { type ResolvedUsers, resolveUsers, UserDirectory } from '@/model/resolveUsers';
import {
  useOrganization,
  useSelection,
  useSelectionStore,
} from '@/organization/OrganizationProvider';
import type { AssignDraft } from './assignDraft';

export interface ChosenUsers {
  /** Everybody the form means, each once: selected, found, pasted and picked. */
  readonly userIds: readonly string[];
  readonly pasted: ResolvedUsers;
  /** How many are selected in the matrix, whether they are meant or not. */
  readonly selectedCount: number;
  readonly index: OrganizationIndex;
  /** False as long as people are still being read: pasted text that matched nobody may match yet. */
  readonly everybodyKnown: boolean;
  /** The paste is still being matched. */
  readonly pending: boolean;
}

/** Whom the form means, by everything that was put in it. */
export function useChosenUsers(draft: AssignDraft): ChosenUsers {
  const organization = useOrganization();
  const { index, status } = organization;
  const selection = useSelection();
  const selectionStore = useSelectionStore();
  // Matching 10,000 lines must not hold up the typing.
  const pastedText = useDeferredValue(draft.pasted);
  const hasPaste = pastedText.trim() !== '';

  const directory = useMemo(
    () => (hasPaste ? new UserDirectory(organization.index) : undefined),
    [organization, hasPaste],
  );
  const pasted = useMemo(
    () => (directory ? resolveUsers(pastedText, directory) : NOTHING_PASTED),
    [directory, pastedText],
  );
  const userIds = useMemo(() => {
    const picked = pasted.ambiguous.flatMap(({ text }) => draft.picked[text] ?? []);
    const selected = draft.useSelection && selection.count > 0 ? selectionStore.userIds() : [];
    return [...new Set([...selected, ...draft.userIds, ...pasted.userIds, ...picked])];
  }, [draft.useSelection, draft.userIds, draft.picked, pasted, selection, selectionStore]);

  return {
    userIds,
    pasted,
    selectedCount: selection.count,
    index,
    everybodyKnown: status === 'ready' || status === 'partial' || status === 'failed',
    pending: pastedText !== draft.pasted,
  };
}

const NOTHING_PASTED: ResolvedUsers = { userIds: [], ambiguous: [], unmatched: [], repeated: 0 };
