import type { Reason } from '@/model/plan';

/** Why a change is in a plan, in words. */
export function reasonText(reason: Reason, nameOf: (userId: string) => string): string {
  switch (reason.kind) {
    case 'asked':
      return 'You asked for it';
    case 'prerequisite':
      return `${reason.of} needs it`;
    case 'dependent':
      return `It needs ${reason.of}, which is removed`;
    case 'within':
      return `It comes within ${reason.of}`;
    case 'swap':
      return `${reason.to} instead of ${reason.from}`;
    case 'copy':
      return `Like ${nameOf(reason.fromUserId)}`;
    case 'set':
      return 'To hold exactly the chosen licenses';
    case 'file':
      return `Line ${reason.line} of the file`;
    case 'staged':
      return 'You marked it in Assignments';
    case 'plan':
      return 'From the saved plan';
    case 'undo':
      return 'Undoes an earlier change';
    case 'restore':
      return `As in the snapshot ${reason.snapshot}`;
    case 'finding':
      return `Audit: ${FINDING_WORDS[reason.rule] ?? reason.rule}`;
  }
}

const FINDING_WORDS: Readonly<Record<string, string>> = {
  unknownHolder: 'no known user',
  deletedHolder: 'the user is deleted',
  inactiveHolder: 'the user is inactive',
  longAbsent: 'the user is long absent',
  neverSignedIn: 'the user never signed in',
  withoutDefinition: 'the license has no definition',
  heldNotImplied: 'no role implies the license',
  impliedNotHeld: 'a role implies the license',
  unlikePeers: 'as in their department',
};
