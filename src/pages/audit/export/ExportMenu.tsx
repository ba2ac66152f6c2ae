import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Snackbar from '@mui/material/Snackbar';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { describeError } from '@/components/page/describeError';
import { type ExportSubject, SUBJECTS } from './exportSubjects';
import { exportTable } from './exportTable';
import { EXPORT_FORMATS, type ExportFormat, type ExportTable } from './table';
import { type Words, wordsFor } from './words';

const PURPOSES: Readonly<Record<ExportFormat, MessageDescriptor>> = {
  csv: msg`For any spreadsheet or script`,
  xlsx: msg`A workbook, with a header that stays in sight`,
  json: msg`For programs`,
};

interface ExportMenuProps {
  /** What is exported. */
  subject: ExportSubject;
  /** Made only when it is asked for, in the words that suit the format. */
  table: (words: Words) => ExportTable;
  disabled?: boolean;
  /** The address of a report to print, which is offered beside the files. */
  reportTo?: string;
}

/** Takes something away as a file, in a format of choice. */
export function ExportMenu({ subject, table, disabled = false, reportTo }: ExportMenuProps) {
  const { t } = useLingui();
  const texts = SUBJECTS[subject];
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function run(format: ExportFormat) {
    setAnchor(null);
    setBusy(true);
    try {
      await exportTable(format, table(wordsFor(format)));
    } catch (error) {
      setProblem(t(texts.failed(describeError(error).message)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button
        size="small"
        disabled={disabled || isBusy}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {isBusy ? t`Exporting…` : t(texts.button)}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {EXPORT_FORMATS.map((format) => (
          <MenuItem key={format} onClick={() => void run(format)}>
            <ListItemText primary={format.toUpperCase()} secondary={t(PURPOSES[format])} />
          </MenuItem>
        ))}
        {reportTo !== undefined && (
          <MenuItem component={RouterLink} to={reportTo}>
            <ListItemText
              primary={t`Report to print`}
              secondary={t`The whole audit, on paper or as PDF`}
            />
          </MenuItem>
        )}
      </Menu>
      <Snackbar open={problem !== ''} message={problem} onClose={() => setProblem('')} />
    </>
  );
}
