import { t } from '@lingui/core/macro';
import type { Wish } from '@/model/plan';
import type { AssignDraft } from './assignDraft';

export type DraftField = 'users' | 'add' | 'remove' | 'swapFrom' | 'swapTo' | 'copyFrom';
export type Problems = Partial<Record<DraftField, string>>;

/** What keeps the form from being reviewed, by field. */
export function problemsOf(draft: AssignDraft, userCount: number): Problems {
  const problems: Problems = {};
  if (userCount === 0) problems.users = t`Choose at least one user`;
  switch (draft.kind) {
    case 'addRemove': {
      if (draft.add.length === 0 && draft.remove.length === 0) {
        problems.add = t`Choose at least one license to add or to remove`;
      }
      const both = draft.remove.filter((licenseId) => draft.add.includes(licenseId));
      if (both.length > 0) {
        const licenses = both.join(', ');
        problems.remove = t`${licenses} cannot be both added and removed`;
      }
      break;
    }
    case 'swap':
      if (draft.swapFrom === null) problems.swapFrom = t`Choose the license to take away`;
      if (draft.swapTo === null) problems.swapTo = t`Choose the license to give instead`;
      else if (draft.swapTo === draft.swapFrom) problems.swapTo = t`Choose another license`;
      break;
    case 'copy':
      if (draft.copyFrom === null) problems.copyFrom = t`Choose the user to copy from`;
      break;
    case 'set':
      // An empty set is a wish as well: these users shall hold nothing.
      break;
  }
  return problems;
}

/** What the form asks for. Call it only for a draft without problems. */
export function wishesOf(draft: AssignDraft, userIds: readonly string[]): Wish[] {
  switch (draft.kind) {
    case 'addRemove': {
      const wishes: Wish[] = [];
      if (draft.add.length > 0) wishes.push({ kind: 'add', userIds, licenseIds: draft.add });
      if (draft.remove.length > 0) {
        wishes.push({ kind: 'remove', userIds, licenseIds: draft.remove });
      }
      return wishes;
    }
    case 'swap':
      return draft.swapFrom !== null && draft.swapTo !== null
        ? [{ kind: 'swap', userIds, from: draft.swapFrom, to: draft.swapTo }]
        : [];
    case 'copy':
      return draft.copyFrom === null ? [] : [{ kind: 'copy', fromUserId: draft.copyFrom, userIds }];
    case 'set':
      return [{ kind: 'set', userIds, licenseIds: draft.exactly }];
  }
}
