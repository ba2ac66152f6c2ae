import type { MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Reason } from '@/model/plan';

/** Why a change is in a plan, in words. */
export function reasonText(reason: Reason, nameOf: (userId: string) => string): string {
  switch (reason.kind) {
    case 'asked':
      return t`You asked for it`;
    case 'prerequisite': {
      const license = reason.of;
      return t`${license} needs it`;
    }
    case 'dependent': {
      const license = reason.of;
      return t`It needs ${license}, which is removed`;
    }
    case 'within': {
      const license = reason.of;
      return t`It comes within ${license}`;
    }
    case 'swap': {
      const { from, to } = reason;
      return t`${to} instead of ${from}`;
    }
    case 'copy': {
      const user = nameOf(reason.fromUserId);
      return t`Like ${user}`;
    }
    case 'set':
      return t`To hold exactly the chosen licenses`;
    case 'file': {
      const { line } = reason;
      return t`Line ${line} of the file`;
    }
    case 'staged':
      return t`You marked it in Assignments`;
    case 'plan':
      return t`From the saved plan`;
    case 'undo':
      return t`Undoes an earlier change`;
    case 'restore': {
      const { snapshot } = reason;
      return t`As in the snapshot ${snapshot}`;
    }
    case 'finding': {
      const words = FINDING_WORDS[reason.rule];
      const finding = words ? t(words) : reason.rule;
      return t`Audit: ${finding}`;
    }
  }
}

const FINDING_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  unknownHolder: msg`no known user`,
  deletedHolder: msg`the user is deleted`,
  inactiveHolder: msg`the user is inactive`,
  longAbsent: msg`the user is long absent`,
  neverSignedIn: msg`the user never signed in`,
  withoutDefinition: msg`the license has no definition`,
  heldNotImplied: msg`no role implies the license`,
  impliedNotHeld: msg`a role implies the license`,
  unlikePeers: msg`as in their department`,
};
