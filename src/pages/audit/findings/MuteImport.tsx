import { plural, t } from '@lingui/core/macro';
import { rowFaultText } from '@/components/file/fileFaultText';
import { formatNumber } from '@/i18n/formats';
import type { Mute } from '@/model/findingsMutes';
import { type MuteFile, type MuteRowProblem, readMuteFile } from '@/model/muteFile';
import { ImportOutcome } from '../import/ImportOutcome';
import { readableColumns } from '../import/readableColumns';
import { type TableFileReading, useTableFile } from '../import/useTableFile';
import { MUTE_COLUMN_NAMES } from './mutesTable';

interface Outcome extends MuteFile {
  /** How many of its mutes are new here. */
  readonly added: number;
}

/** Takes over what was muted in another browser, from its export. */
export function useMuteImport(
  isKnownUser: (userId: string) => boolean,
  onRead: (mutes: readonly Mute[]) => number,
): TableFileReading<Outcome> {
  return useTableFile(async (table) => {
    const file = readMuteFile(table, await readableColumns(MUTE_COLUMN_NAMES), isKnownUser);
    return { ...file, added: file.mutes.length > 0 ? onRead(file.mutes) : 0 };
  });
}

export function MuteImportOutcome({ reading }: { reading: TableFileReading<Outcome> }) {
  return (
    <ImportOutcome
      reading={reading}
      missingText={missingText}
      takenText={takenText}
      problemText={problemText}
    />
  );
}

function missingText([first = 'rule']: MuteFile['missing']): string {
  const name = t(MUTE_COLUMN_NAMES[first][0]);
  return t`The file has no column named ${name}. Nothing was taken. An export of what is muted has it.`;
}

function takenText({ added, mutes, problems }: Outcome): string {
  const before = formatNumber(mutes.length - added);
  return t`Muted: ${formatNumber(added)}. Muted before: ${before}. Not taken: ${plural(problems.length, { one: '# row', other: '# rows' })}.`;
}

function problemText(problem: MuteRowProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return rowFaultText(problem.fault);
    case 'noReason':
      return t`It does not say why.`;
    case 'unknownRule': {
      const { text } = problem;
      return t`There is no rule with the ID “${text}”.`;
    }
    case 'unknownUser': {
      const { text } = problem;
      return t`The organization has no user with the ID “${text}”.`;
    }
    case 'noTime': {
      const { text } = problem;
      return t`“${text}” is not a date and time such as 2026-11-30T09:00:00Z.`;
    }
  }
}
