import { z } from 'zod';
import type { FileTable } from './changeFileTable';
import { withoutFormulaGuard } from './csv';
import { type ColumnNames, cellText, tableUnderHeader } from './exportedTable';
import type { RowFault } from './fileFaults';
import { AUDIT_RULES, type AuditRule } from './findingsCost';
import type { Mute } from './findingsMutes';

/** Those of the export that say something: its other columns are for people. */
export const MUTE_COLUMNS = ['rule', 'user', 'reason', 'mutedAt'] as const;
export type MuteColumn = (typeof MUTE_COLUMNS)[number];

/** Why a row was not taken. */
export type MuteRowProblem =
  | { readonly line: number; readonly kind: 'unreadable'; readonly fault: RowFault }
  | { readonly line: number; readonly kind: 'noReason' }
  | {
      readonly line: number;
      readonly kind: 'unknownRule' | 'unknownUser' | 'noTime';
      readonly text: string;
    };

export interface MuteFile {
  /** Columns that the file has to have, and has not. */
  readonly missing: readonly MuteColumn[];
  readonly mutes: readonly Mute[];
  readonly problems: readonly MuteRowProblem[];
}

const timeSchema = z.iso.datetime({ offset: true });

/**
 * Reads what was muted elsewhere from its export. A row that names no user is for everybody, as in the export; one that
 * is not understood is told by its line, and the others go on.
 */
export function readMuteFile(
  table: Pick<FileTable, 'header' | 'rows' | 'source'>,
  names: ColumnNames<MuteColumn>,
  isKnownUser: (userId: string) => boolean,
): MuteFile {
  const { columns, rows } = tableUnderHeader(table, names, (places) =>
    MUTE_COLUMNS.every((column) => places[column] !== undefined),
  );
  const missing = MUTE_COLUMNS.filter((column) => columns[column] === undefined);
  const mutes: Mute[] = [];
  const problems: MuteRowProblem[] = [];
  for (const row of missing.length > 0 ? [] : rows) {
    const { line } = row;
    const [unread] = row.problems ?? [];
    const rule = cellText(row, columns.rule);
    const userId = cellText(row, columns.user);
    const written = cellText(row, columns.reason);
    const reason = table.source.format === 'CSV' ? withoutFormulaGuard(written) : written;
    const time = cellText(row, columns.mutedAt);
    if (unread) problems.push({ line, kind: 'unreadable', fault: unread.fault });
    else if (!isRule(rule)) problems.push({ line, kind: 'unknownRule', text: rule });
    else if (userId !== '' && !isKnownUser(userId)) {
      problems.push({ line, kind: 'unknownUser', text: userId });
    } else if (reason === '') problems.push({ line, kind: 'noReason' });
    else if (!timeSchema.safeParse(time).success) {
      problems.push({ line, kind: 'noTime', text: time });
    } else {
      const mutedAt = new Date(time).toISOString();
      mutes.push({ rule, reason, mutedAt, ...(userId !== '' && { userId }) });
    }
  }
  return { missing, mutes, problems };
}

function isRule(text: string): text is AuditRule {
  return AUDIT_RULES.some((rule) => rule === text);
}
