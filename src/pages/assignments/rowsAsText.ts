import Papa from 'papaparse';
import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';
import type { LicenseColumn } from './licenseColumns';

/** A clipboard is no export: more rows than this are taken away by other means. */
export const MOST_COPIED = 10_000;

/**
 * Rows of the matrix as tab-separated text, which spreadsheets take for a table. In English whatever the language, as the
 * files are: other spreadsheets go by these headers.
 */
export function rowsAsText(
  index: OrganizationIndex,
  rows: Uint32Array,
  columns: readonly LicenseColumn[],
): string {
  const header = ['Name', 'Email', 'Department', 'State', 'User ID'];
  const lines = Array.from(rows, (row) => {
    const userId = index.userId(row);
    const user = index.user(row);
    const isKnown = index.assignmentsRead.has(row);
    return [
      ...[displayName(user, userId), user?.email, user?.department, user?.state, userId].map(
        oneLine,
      ),
      ...columns.map(({ holders }) => (isKnown ? (holders.has(row) ? 'Yes' : '') : 'Unknown')),
    ];
  });
  const licenses = columns.map(({ licenseId }) => oneLine(licenseId));
  return Papa.unparse([[...header, ...licenses], ...lines], {
    delimiter: '\t',
    newline: '\n',
    // A name that a spreadsheet would run as a formula stays a name.
    escapeFormulae: /^[=+\-@＝＋－＠]/u,
  });
}

const oneLine = (text = '') => text.replace(/\s+/gu, ' ').trim();
