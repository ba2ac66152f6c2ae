import { plural, t } from '@lingui/core/macro';
import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { separatorText } from '@/components/file/fileFaultText';
import { Facts } from '@/components/section/Facts';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import type { FileChanges, OtherCase } from '@/model/changeFile';
import type { ColumnRole } from '@/model/changeFileColumns';
import type { FileRow, FileSource, FileTable } from '@/model/changeFileTable';
import type { Action } from '@/model/plan';
import { FileErrors } from './FileErrors';
import { FilePreview } from './FilePreview';

interface FileReportProps {
  fileName: string;
  table: FileTable;
  changes: FileChanges;
  /** What was chosen for a file that does not say what its rows shall do. */
  action: Action | undefined;
  nameOf: (userId: string) => string;
  describeUser: (userId: string) => string;
}

/** What a file says, how it was read, and what is wrong with it. */
export function FileReport({
  fileName,
  table,
  changes,
  action,
  nameOf,
  describeUser,
}: FileReportProps) {
  useLanguage();
  return (
    <Stack sx={{ gap: 2 }}>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {countsText(changes, table)}
      </Typography>
      {changes.otherCase.length > 0 && (
        <Alert severity="info">{otherCaseText(changes.otherCase)}</Alert>
      )}
      {changes.byDescription.length > 0 && (
        <Alert severity="info">{byDescriptionText(changes.byDescription)}</Alert>
      )}
      <Facts facts={factsOf(table, changes, action)} />
      <FilePreview table={table} changes={changes} nameOf={nameOf} />
      {changes.errors.length > 0 && (
        <FileErrors fileName={fileName} errors={changes.errors} describeUser={describeUser} />
      )}
    </Stack>
  );
}

function countsText(changes: FileChanges, { lineCount }: FileTable): string {
  const { wrong, repeated } = changes;
  const good = changes.changes.length;
  const counts =
    changes.undecided > 0
      ? [undecidedText(changes)]
      : [
          changes.columns.licenses.length > 0
            ? plural(good, { one: '# change', other: '# changes' })
            : plural(good, { one: '# good row', other: '# good rows' }),
          wrong === 0
            ? t`no errors`
            : plural(wrong, {
                one: '# row with errors, left out',
                other: '# rows with errors, left out',
              }),
          ...(repeated > 0
            ? [
                plural(repeated, {
                  one: '# repetition passed over',
                  other: '# repetitions passed over',
                }),
              ]
            : []),
        ];
  if (changes.empty > 0) {
    counts.push(
      plural(changes.empty, {
        one: '# row without a license',
        other: '# rows without a license',
      }),
    );
  }
  if (changes.hidden > 0) {
    counts.push(
      plural(changes.hidden, { one: '# hidden row, left out', other: '# hidden rows, left out' }),
    );
  }
  return [...counts, plural(lineCount, { one: '# line in all', other: '# lines in all' })].join(
    ' · ',
  );
}

function undecidedText({ undecided, columns }: FileChanges): string {
  return columns.problems.length > 0
    ? plural(undecided, { one: '# row cannot be read', other: '# rows cannot be read' })
    : plural(undecided, { one: '# row not read yet', other: '# rows not read yet' });
}

function factsOf(table: FileTable, changes: FileChanges, action: Action | undefined) {
  const { columns } = changes.columns;
  const named = (role: ColumnRole | undefined) =>
    columns
      .filter((column) => column.role === role && column.header !== '')
      .map(({ header }) => `“${header}”`)
      .join(', ') || undefined;
  const notUsed = named(undefined);
  return [
    [t`User`, named('user') ?? t`No column`] as const,
    [t`License`, named('license') ?? t`No column`] as const,
    [t`Action`, named('action') ?? actionText(action)] as const,
    ...(notUsed === undefined ? [] : [[t`Not used`, notUsed] as const]),
    ...(table.above ? [[t`Lines above the header`, linesText(table.above)] as const] : []),
    ...sourceFacts(table.source),
  ];
}

/** Lines that were not read, by their numbers and by what stands in them. */
function linesText(lines: readonly FileRow[]): string {
  const shown = lines
    .slice(0, MOST_NOTES)
    .map(({ line, cells }) => `${formatNumber(line)}: ${cells.filter(Boolean).join(' ')}`);
  return [...shown, ...(lines.length > MOST_NOTES ? ['…'] : [])].join(' · ');
}

function actionText(action: Action | undefined): string {
  if (action === undefined) return t`No column`;
  return action === 'add' ? t`All rows add` : t`All rows remove`;
}

function sourceFacts(source: FileSource): (readonly [string, string])[] {
  if (source.format === 'CSV') {
    const { encoding } = source;
    const separator = separatorText(source.separator);
    return [[t`Read as`, t`CSV, separated by ${separator}, ${encoding}`]];
  }
  const { sheet, otherSheets, hiddenSheets = [] } = source;
  const shown = (name: string) =>
    hiddenSheets.includes(name) ? t`“${name}” (hidden)` : `“${name}”`;
  const read = [t`Read as`, t`XLSX, sheet “${sheet}”`] as const;
  if (otherSheets.length === 0) return [read];
  return [read, [t`Sheets not read`, otherSheets.map(shown).join(', ')]];
}

const MOST_NOTES = 5;

function otherCaseText(otherCase: readonly OtherCase[]): string {
  const notes = notesText(otherCase);
  const more = otherCase.length - MOST_NOTES;
  return more > 0
    ? t`Upper and lower case were passed over: ${notes} and ${more} more.`
    : t`Upper and lower case were passed over: ${notes}.`;
}

function byDescriptionText(byDescription: readonly OtherCase[]): string {
  const notes = notesText(byDescription);
  const more = byDescription.length - MOST_NOTES;
  return more > 0
    ? t`Licenses were found by their description: ${notes} and ${more} more.`
    : t`Licenses were found by their description: ${notes}.`;
}

function notesText(taken: readonly OtherCase[]): string {
  return taken
    .slice(0, MOST_NOTES)
    .map(({ written, licenseId, rows }) =>
      plural(rows, {
        one: `“${written}” was taken for “${licenseId}” (# row)`,
        other: `“${written}” was taken for “${licenseId}” (# rows)`,
      }),
    )
    .join(', ');
}
