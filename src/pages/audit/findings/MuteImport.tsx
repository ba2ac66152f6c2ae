import { plural, t } from '@lingui/core/macro';
import Alert from '@mui/material/Alert';
import { FileButton } from '@/components/file/FileButton';
import { rowFaultText } from '@/components/file/fileFaultText';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { FileTable } from '@/model/changeFileTable';
import type { Mute } from '@/model/findingsMutes';
import { type MuteFile, type MuteRowProblem, readMuteFile } from '@/model/muteFile';
import { RowsNotTaken } from '../import/RowsNotTaken';
import { useTableFile } from '../import/useTableFile';
import { MUTE_COLUMN_NAMES, readableMuteColumns } from './mutesTable';

interface Outcome extends MuteFile {
  /** How many of its mutes are new here. */
  readonly added: number;
}

/** Takes over what was muted in another browser, from its export. */
export function useMuteImport(
  isKnownUser: (userId: string) => boolean,
  onRead: (mutes: readonly Mute[]) => number,
) {
  return useTableFile<Outcome>(async (table: FileTable) => {
    const file = readMuteFile(table, await readableMuteColumns(), isKnownUser);
    return { ...file, added: file.mutes.length > 0 ? onRead(file.mutes) : 0 };
  });
}

type MuteImport = ReturnType<typeof useMuteImport>;

export function MuteImportButton({ isReading, read }: Pick<MuteImport, 'isReading' | 'read'>) {
  useLanguage();
  return (
    <FileButton
      size="small"
      disabled={isReading}
      label={t`File of what is muted`}
      accept=".csv,.xlsx"
      onChoose={(file) => void read(file)}
    >
      {isReading ? t`Reading…` : t`Import…`}
    </FileButton>
  );
}

export function MuteImportResult({ outcome, problem }: Pick<MuteImport, 'outcome' | 'problem'>) {
  useLanguage();
  if (problem !== undefined) return <Alert severity="error">{problem}</Alert>;
  if (!outcome) return null;
  const [missing] = outcome.missing;
  if (missing) {
    const name = t(MUTE_COLUMN_NAMES[missing]);
    return (
      <Alert severity="error">
        {t`The file has no column named ${name}. Nothing was taken. An export of what is muted has it.`}
      </Alert>
    );
  }
  return (
    <>
      <Alert severity={outcome.problems.length > 0 ? 'warning' : 'success'}>
        {takenText(outcome)}
      </Alert>
      <RowsNotTaken problems={outcome.problems} textOf={rowText} />
    </>
  );
}

function takenText({ added, mutes, problems }: Outcome): string {
  const before = formatNumber(mutes.length - added);
  return t`Muted: ${formatNumber(added)}. Muted before: ${before}. Not taken: ${plural(problems.length, { one: '# row', other: '# rows' })}.`;
}

function rowText(problem: MuteRowProblem): string {
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
