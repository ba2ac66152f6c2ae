/** One file for all of them: apart, they would split what they share with the sign-in page into many small ones. */
export { CommandPalette } from '../palette/CommandPalette';
export { ShortcutsDialog } from '../shortcuts/ShortcutsDialog';
export { Tour } from '../tour/Tour';
