import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** On keyboards of Apple, commands are given with ⌘ where others have Ctrl. */
export const isApple = /Mac|iPhone|iPad/u.test(navigator.platform);

/** Keys by what is printed on them. A letter or a sign is called by itself. */
export const KEY_NAMES = {
  command: isApple ? '⌘' : msg({ message: 'Ctrl', comment: 'Name of a key' }),
  control: msg({ message: 'Ctrl', comment: 'Name of a key' }),
  shift: msg({ message: 'Shift', comment: 'Name of a key' }),
  space: msg({ message: 'Space', comment: 'Name of a key' }),
  enter: msg({ message: 'Enter', comment: 'Name of a key' }),
  escape: msg({ message: 'Esc', comment: 'Name of a key' }),
  tab: msg({ message: 'Tab', comment: 'Name of a key' }),
  home: msg({ message: 'Home', comment: 'Name of a key' }),
  end: msg({ message: 'End', comment: 'Name of a key' }),
  pageUp: msg({ message: 'Page Up', comment: 'Name of a key' }),
  pageDown: msg({ message: 'Page Down', comment: 'Name of a key' }),
  arrowKeys: msg({ message: 'Arrow keys', comment: 'The four keys, together' }),
  letters: msg({ message: 'Letters', comment: 'The keys with letters, together' }),
} as const satisfies Record<string, MessageDescriptor | string>;

export type KeyName = keyof typeof KEY_NAMES;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export const PALETTE_KEY = 'k';
export const HELP_KEY = '?';
/** Pressed before the letter of a page. */
export const GO_KEY = 'g';

/** The letter of each page that `GO_KEY` leads to. */
export const PAGE_KEYS: Readonly<Record<string, string>> = {
  o: '/',
  l: '/licenses',
  a: '/assignments',
  b: '/assign',
  j: '/jobs',
  u: '/audit',
};

export function isPaletteKey(event: Pressed): boolean {
  const { altKey, shiftKey, ctrlKey, metaKey } = event;
  const isCommand = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isCommand && !(altKey || shiftKey) && event.key.toLowerCase() === PALETTE_KEY;
}

/** A single sign, Shift aside. */
export function isLetterKey({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return key.length === 1 && !(ctrlKey || metaKey || altKey);
}

/** Text fields, and lists in which a letter leads to what begins with it. */
const TAKES_LETTERS = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  ...['grid', 'listbox', 'combobox', 'menu', 'menubar', 'tree'].map((role) => `[role=${role}]`),
].join(', ');

export function takesLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_LETTERS) !== null;
}
