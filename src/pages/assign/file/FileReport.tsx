import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Facts } from '@/components/section/Facts';
import { plural } from '@/components/text/plural';
import type { FileChanges, OtherCase } from '@/model/changeFile';
import type { ColumnRole } from '@/model/changeFileColumns';
import type { FileSource, FileTable } from '@/model/changeFileTable';
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
}

/** What a file says, how it was read, and what is wrong with it. */
export function FileReport({ fileName, table, changes, action, nameOf }: FileReportProps) {
  return (
    <Stack sx={{ gap: 2 }}>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {countsText(changes, table)}
      </Typography>
      {changes.otherCase.length > 0 && (
        <Alert severity="info">{otherCaseText(changes.otherCase)}</Alert>
      )}
      <Facts facts={factsOf(table, changes, action)} />
      <FilePreview table={table} changes={changes} nameOf={nameOf} />
      {changes.errors.length > 0 && <FileErrors fileName={fileName} errors={changes.errors} />}
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
          plural(good, 'good row'),
          wrong === 0 ? 'no errors' : `${plural(wrong, 'row')} with errors, left out`,
          ...(repeated > 0 ? [`${plural(repeated, 'repetition')} passed over`] : []),
        ];
  return [...counts, `${plural(lineCount, 'line')} in all`].join(' · ');
}

function undecidedText({ undecided, columns }: FileChanges): string {
  return `${plural(undecided, 'row')} ${columns.problems.length > 0 ? 'cannot be read' : 'not read yet'}`;
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
    ['User', named('user') ?? 'No column'] as const,
    ['License', named('license') ?? 'No column'] as const,
    ['Action', named('action') ?? actionText(action)] as const,
    ...(notUsed === undefined ? [] : [['Not used', notUsed] as const]),
    ...sourceFacts(table.source),
  ];
}

function actionText(action: Action | undefined): string {
  if (action === undefined) return 'No column';
  return action === 'add' ? 'All rows add' : 'All rows remove';
}

function sourceFacts(source: FileSource): (readonly [string, string])[] {
  if (source.format === 'CSV') {
    return [['Read as', `CSV, separated by ${source.separator}, ${source.encoding}`]];
  }
  const { sheet, otherSheets } = source;
  const read = ['Read as', `XLSX, sheet “${sheet}”`] as const;
  if (otherSheets.length === 0) return [read];
  return [read, ['Sheets not read', otherSheets.map((name) => `“${name}”`).join(', ')]];
}

const MOST_NOTES = 5;

function otherCaseText(otherCase: readonly OtherCase[]): string {
  const notes = otherCase
    .slice(0, MOST_NOTES)
    .map(
      ({ written, licenseId, rows }) =>
        `“${written}” was taken for “${licenseId}” (${plural(rows, 'row')})`,
    );
  const more = otherCase.length - notes.length;
  return `Upper and lower case were passed over: ${notes.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
