import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Snackbar from '@mui/material/Snackbar';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { describeError } from '@/components/page/describeError';
import { exportTable } from './exportTable';
import { EXPORT_FORMATS, type ExportFormat, type ExportTable } from './table';

const FORMAT_WORDS: Readonly<Record<ExportFormat, readonly [string, string]>> = {
  csv: ['CSV', 'For any spreadsheet or script'],
  xlsx: ['XLSX', 'A workbook, with a header that stays in sight'],
  json: ['JSON', 'For programs'],
};

interface ExportMenuProps {
  /** What is exported, such as "findings". */
  subject: string;
  /** Made only when it is asked for. */
  table: () => ExportTable;
  disabled?: boolean;
  /** The address of a report to print, which is offered beside the files. */
  reportTo?: string;
}

/** Takes something away as a file, in a format of choice. */
export function ExportMenu({ subject, table, disabled = false, reportTo }: ExportMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function run(format: ExportFormat) {
    setAnchor(null);
    setBusy(true);
    try {
      await exportTable(format, table());
    } catch (error) {
      setProblem(`The ${subject} could not be exported: ${describeError(error).message}`);
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
        {isBusy ? 'Exporting…' : `Export ${subject}`}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {EXPORT_FORMATS.map((format) => {
          const [name, purpose] = FORMAT_WORDS[format];
          return (
            <MenuItem key={format} onClick={() => void run(format)}>
              <ListItemText primary={name} secondary={purpose} />
            </MenuItem>
          );
        })}
        {reportTo !== undefined && (
          <MenuItem component={RouterLink} to={reportTo}>
            <ListItemText
              primary="Report to print"
              secondary="The whole audit, on paper or as PDF"
            />
          </MenuItem>
        )}
      </Menu>
      <Snackbar open={problem !== ''} message={problem} onClose={() => setProblem('')} />
    </>
  );
}
