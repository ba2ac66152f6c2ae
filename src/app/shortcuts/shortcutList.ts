import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { GO_KEY, HELP_KEY, type KeyName, PAGE_KEYS, PALETTE_KEY } from './keys';

/** Keys that are pressed together or, with `inTurn`, one after the other. */
interface Press {
  readonly keys: readonly (KeyName | { readonly letter: string })[];
  readonly inTurn?: boolean;
}

export interface Shortcut {
  /** Any of these does it. */
  readonly presses: readonly [Press, ...Press[]];
  readonly does: MessageDescriptor;
}

export interface ShortcutGroup {
  readonly title: MessageDescriptor;
  /** Whether these are single letters or signs, which can be turned off. */
  readonly areLetters: boolean;
  readonly shortcuts: readonly Shortcut[];
}

const together = (...keys: Press['keys'][number][]): Press => ({ keys });
const sign = (letter: string) => ({ letter });

const PAGE_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  '/': msg`Overview`,
  '/licenses': msg`Licenses`,
  '/assignments': msg`Assignments`,
  '/assign': msg`Batch assign`,
  '/jobs': msg`Jobs`,
  '/audit': msg`Audit`,
};

const EVERYWHERE: ShortcutGroup = {
  title: msg`Everywhere`,
  areLetters: false,
  shortcuts: [
    {
      presses: [together('command', sign(PALETTE_KEY.toUpperCase()))],
      does: msg`Open the command palette, or close it`,
    },
    { presses: [together('escape')], does: msg`Close what is open, or end the tour` },
    { presses: [together('tab')], does: msg`On a new page: the link past header and navigation` },
  ],
};

const LETTERS: ShortcutGroup = {
  title: msg`Single letters, where no text is typed`,
  areLetters: true,
  shortcuts: [
    { presses: [together(sign(HELP_KEY))], does: msg`Show these shortcuts` },
    ...Object.entries(PAGE_KEYS).flatMap(([letter, page]): Shortcut[] => {
      const does = PAGE_NAMES[page];
      const press = { keys: [sign(GO_KEY), sign(letter)], inTurn: true };
      return does ? [{ presses: [press], does }] : [];
    }),
  ],
};

const MATRIX: ShortcutGroup = {
  title: msg`In the matrix of assignments`,
  areLetters: false,
  shortcuts: [
    { presses: [together('arrowKeys')], does: msg`To the next cell` },
    {
      presses: [together('home'), together('end')],
      does: msg`To the first or last cell of the row`,
    },
    {
      presses: [together('command', 'home'), together('command', 'end')],
      does: msg`To the first or last cell of the matrix`,
    },
    {
      presses: [together('command', 'arrowKeys')],
      does: msg`To the first or last cell in that direction`,
    },
    {
      presses: [together('pageUp'), together('pageDown')],
      does: msg`One screen up or down`,
    },
    { presses: [together('letters')], does: msg`To the user whose name begins with them` },
    { presses: [together('space')], does: msg`Select the user, or not` },
    {
      presses: [together('shift', 'space')],
      does: msg`Select all from the user selected last to this one`,
    },
    {
      presses: [together('shift', 'arrowKeys')],
      does: msg`Select users up or down from here`,
    },
    { presses: [together('command', sign('A'))], does: msg`Select all users that are shown` },
    { presses: [together('command', sign('C'))], does: msg`Copy the row, or the selected users` },
    { presses: [together('enter')], does: msg`Open the page of the user` },
    {
      presses: [together(sign('F2'))],
      does: msg`Stage a change of this cell, or take it back`,
    },
  ],
};

/** Every shortcut of the console. The keys of the matrix are those that components/grid listens for. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [EVERYWHERE, LETTERS, MATRIX];
