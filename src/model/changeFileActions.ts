import type { Action } from './plan';
import { foldText, plainText } from './text';

/** In the languages of the console, and as signs. */
const ADD = `
  add, added, assign, assigned, grant, granted, give, +, hinzufügen, hinzu, hinzugefügt, zuweisen,
  zugewiesen, zuordnen, zugeordnet, vergeben, geben, erteilen, añadir, añadido, agregar, agregado,
  asignar, asignado, conceder, otorgar, dar, 追加, 追加する, 割り当て, 割り当てる, 付与, 付与する
`;
const REMOVE = `
  remove, removed, unassign, unassigned, revoke, revoked, delete, deleted, take, -, entfernen,
  entfernt, entziehen, entzogen, wegnehmen, löschen, gelöscht, quitar, quitado, eliminar,
  eliminado, retirar, retirado, revocar, desasignar, borrar, 削除, 削除する, 解除, 解除する, 割り当て解除, 取り消し,
  取り消す, 外す, 剥奪
`;

const ACTIONS = new Map<string, Action>();
for (const [words, action] of [
  [ADD, 'add'],
  [REMOVE, 'remove'],
] as const) {
  for (const word of words.trim().split(/,\s+/u)) ACTIONS.set(foldText(word), action);
}

/** What a cell asks for, if it is known. */
export function actionOf(text: string): Action | undefined {
  // Exports put an apostrophe before signs, so that no spreadsheet takes them for formulas.
  return ACTIONS.get(foldText(plainText(text)).replace(/^'(?=[+-]$)/u, ''));
}

const MARKS: ReadonlySet<string> = new Set([
  '1',
  'x',
  '✓',
  '✔',
  '☑',
  'yes',
  'true',
  'ja',
  'si',
  'はい',
]);
const NO_MARKS: ReadonlySet<string> = new Set(['', '0', '-', 'no', 'false', 'nein', 'いいえ']);

/** Whether a cell in the column of a license says that the user is meant. */
export function isMark(text: string): boolean {
  return MARKS.has(foldText(plainText(text)));
}

export function isNoMark(text: string): boolean {
  return NO_MARKS.has(foldText(plainText(text)));
}
