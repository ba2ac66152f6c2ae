import { plural, t } from '@lingui/core/macro';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useLanguage } from '@/i18n/useLanguage';
import type { ChosenColumns, FileColumns } from '@/model/changeFileColumns';
import type { FileTable } from '@/model/changeFileTable';

/** How a file is to be read, where it can be read in more than one way. */
export interface FileReadAs {
  readonly columns: ChosenColumns;
  readonly withHidden: boolean;
}

interface FileChoicesProps {
  table: FileTable;
  /** What the columns were taken for. */
  found: FileColumns;
  readAs: FileReadAs;
  onChange: (readAs: FileReadAs) => void;
  onSheet: (sheet: string) => void;
}

/** Which sheet and which columns are read, and whether hidden rows are. What the file itself says is chosen at first. */
export function FileChoices({ table, found, readAs, onChange, onSheet }: FileChoicesProps) {
  useLanguage();
  const { columns, withHidden } = readAs;
  const hiddenRows = table.rows.filter((row) => row.isHidden).length;
  const choose = (change: Partial<ChosenColumns>) =>
    onChange({ ...readAs, columns: { ...columns, ...change } });
  const placeOf = (value: string) => (value === '' ? undefined : Number(value));
  const names = columnNames(table);
  const isOpen = found.problems.some(
    (problem) => problem.kind === 'sameColumns' && problem.role === 'action',
  );
  const ofUsers = found.user.map(({ place }) => names[place]).join(', ');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <SheetChoice table={table} onSheet={onSheet} />
      <ColumnChoice
        label={t`User column`}
        value={columns.user}
        names={names}
        first={[
          '',
          found.isUserChosen || ofUsers === ''
            ? t`By their headers`
            : t`By their headers: ${ofUsers}`,
        ]}
        onChoose={(value) => choose({ user: placeOf(value) })}
      />
      <ColumnChoice
        label={t`License column`}
        value={columns.license ?? found.license}
        names={names}
        {...(found.licenses.length > 0 && { first: ['', t`A column for each license`] as const })}
        onChoose={(value) => choose({ license: placeOf(value) })}
      />
      <ColumnChoice
        label={t`Action column`}
        value={columns.action ?? found.action ?? (isOpen ? undefined : 'none')}
        names={names}
        first={['none', t`None: all rows do the same`]}
        onChoose={(value) => choose({ action: value === 'none' ? 'none' : placeOf(value) })}
      />
      {hiddenRows > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              checked={withHidden}
              onChange={(_, checked) => onChange({ ...readAs, withHidden: checked })}
            />
          }
          label={plural(hiddenRows, {
            one: 'Also read the # row that the sheet hides',
            other: 'Also read the # rows that the sheet hides',
          })}
        />
      )}
    </Box>
  );
}

function SheetChoice({ table: { source }, onSheet }: Pick<FileChoicesProps, 'table' | 'onSheet'>) {
  if (source.format !== 'XLSX' || source.otherSheets.length === 0) return null;
  const { sheet, otherSheets, hiddenSheets = [] } = source;
  return (
    <TextField
      select
      size="small"
      label={t`Sheet`}
      value={sheet}
      sx={{ minWidth: '10rem' }}
      onChange={({ target }) => onSheet(target.value)}
    >
      {[sheet, ...otherSheets].map((name) => (
        <MenuItem key={name} value={name} dir="auto">
          {hiddenSheets.includes(name) ? t`${name} (hidden)` : name}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface ColumnChoiceProps {
  label: string;
  value: number | 'none' | undefined;
  names: readonly string[];
  /** What can be chosen besides a column. */
  first?: readonly [value: string, label: string];
  onChoose: (value: string) => void;
}

function ColumnChoice({ label, value, names, first, onChoose }: ColumnChoiceProps) {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value === undefined ? '' : String(value)}
      sx={{ minWidth: '12rem', maxWidth: '20rem' }}
      slotProps={{ select: { displayEmpty: first !== undefined }, inputLabel: { shrink: true } }}
      onChange={({ target }) => onChoose(target.value)}
    >
      {first && <MenuItem value={first[0]}>{first[1]}</MenuItem>}
      {Array.from(names.entries(), ([place, name]) => (
        <MenuItem key={place} value={String(place)} dir="auto">
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** What columns are called, also those without a header and those that the sheet hides. */
function columnNames({ header, hiddenColumns = [] }: FileTable): string[] {
  return header.map((text, place) => {
    const number = place + 1;
    const name = text.trim() || t`Column ${number}`;
    return hiddenColumns.includes(place) ? t`${name} (hidden)` : name;
  });
}
