import { plural, t } from '@lingui/core/macro';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { formatNumber } from '@/i18n/formats';
import { useLanguage } from '@/i18n/useLanguage';
import { displayName } from '@/model/people';
import type { MatrixData } from './matrixData';

/** Paper has an end: of more users the first are printed, and the page says so. */
const MOST_PRINTED = 1_000;

/** On paper a plain table stands for the matrix. It is there only while someone prints. */
export function PrintedTable({ data }: { data: MatrixData }) {
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  return createPortal(
    <div className="printed-table">
      <GlobalStyles styles={ON_PAPER} />
      <Table data={data} />
    </div>,
    document.body,
  );
}

function Table({ data: { index, view, columns } }: { data: MatrixData }) {
  useLanguage();
  const rows = view.rows.subarray(0, MOST_PRINTED);
  const unknown = t`Unknown`;
  return (
    <table>
      <caption>{captionText(rows.length, view.rows.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Name`}</th>
          <th scope="col">{t`Department`}</th>
          <th scope="col">{t`Licenses`}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(rows, (row) => {
          const user = index.user(row);
          const held = columns.filter(({ holders }) => holders.has(row));
          const isKnown = index.assignmentsRead.has(row);
          return (
            <tr key={row}>
              <th scope="row">{displayName(user, index.userId(row))}</th>
              <td>{user?.department}</td>
              <td>{isKnown ? held.map(({ licenseId }) => licenseId).join(', ') : unknown}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function captionText(printed: number, all: number): string {
  if (printed === all) {
    return plural(all, {
      one: 'License assignments: # user',
      other: 'License assignments: # users',
    });
  }
  const first = formatNumber(printed);
  return plural(all, {
    one: `License assignments: the first ${first} of # user`,
    other: `License assignments: the first ${first} of # users`,
  });
}

function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as the event is over.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

const ON_PAPER = {
  '@media screen': { '.printed-table': { display: 'none' } },
  '@media print': {
    'body > :not(.printed-table)': { display: 'none !important' },
    body: { background: 'white', color: 'black' },
    '.printed-table': { font: '10pt/1.3 sans-serif', color: 'black' },
    '.printed-table table': { width: '100%', borderCollapse: 'collapse' },
    '.printed-table caption': { textAlign: 'start', fontWeight: 'bold', padding: '0 0 4pt' },
    '.printed-table thead': { display: 'table-header-group' },
    '.printed-table tr': { breakInside: 'avoid' },
    '.printed-table th, .printed-table td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '2pt 6pt 2pt 0',
      borderBottom: '0.5pt solid #888',
      overflowWrap: 'break-word',
    },
  },
} as const;
