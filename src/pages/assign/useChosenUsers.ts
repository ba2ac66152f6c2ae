import { useDeferredValue, useMemo } from 'react';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { type ResolvedUsers, resolveUsers, UserDirectory } from '@/model/resolveUsers';
import {
  useOrganization,
  useSelection,
  useSelectionStore,
} from '@/organization/OrganizationProvider';
import type { AssignDraft } from './assignDraft';
import { knownPeople } from './file/useKnownPeople';

export interface ChosenUsers {
  /** Everybody the form means, each once: selected, found, pasted and picked. */
  readonly userIds: readonly string[];
  readonly pasted: ResolvedUsers;
  /** How many are selected in the matrix, whether they are meant or not. */
  readonly selectedCount: number;
  readonly index: OrganizationIndex;
  /** False as long as not every user was read: a name may then mean somebody else, and what matched nobody somebody. */
  readonly everybodyKnown: boolean;
  /** More users are on their way. */
  readonly isArriving: boolean;
  /** The paste is still being matched. */
  readonly pending: boolean;
}

/** Whom the form means, by everything that was put in it. */
export function useChosenUsers(draft: AssignDraft): ChosenUsers {
  const organization = useOrganization();
  const { index } = organization;
  const people = knownPeople(organization);
  const everybodyKnown = people.isComplete;
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
    () => (directory ? resolveUsers(pastedText, directory, { everybodyKnown }) : NOTHING_PASTED),
    [directory, pastedText, everybodyKnown],
  );
  const userIds = useMemo(() => {
    const picked = [...pasted.ambiguous, ...pasted.uncertain].flatMap(
      ({ text }) => draft.picked[text] ?? [],
    );
    const selected = draft.useSelection && selection.count > 0 ? selectionStore.userIds() : [];
    return [...new Set([...selected, ...draft.userIds, ...pasted.userIds, ...picked])];
  }, [draft.useSelection, draft.userIds, draft.picked, pasted, selection, selectionStore]);

  return {
    userIds,
    pasted,
    selectedCount: selection.count,
    index,
    everybodyKnown,
    isArriving: people.isArriving,
    pending: pastedText !== draft.pasted,
  };
}

const NOTHING_PASTED: ResolvedUsers = {
  userIds: [],
  ambiguous: [],
  uncertain: [],
  unmatched: [],
  contradictions: [],
  repeated: 0,
};
