import { type FileChanges, interpretRows } from '@/model/changeFile';
import type { RowOptions } from '@/model/changeFileRow';
import type { FileRow, FileTable } from '@/model/changeFileTable';
import { OrganizationIndex } from '@/model/organizationIndex';
import { UserDirectory } from '@/model/resolveUsers';

export const ANA = '11111111-1111-4111-8111-111111111111';
export const JOSE = '22222222-2222-4222-8222-222222222222';
export const KIM_A = '33333333-3333-4333-8333-333333333333';
export const KIM_B = '44444444-4444-4444-8444-444444444444';

/** Few people, two of whom have the same name. */
const index = new OrganizationIndex();
index.addUsers([
  { id: ANA, name: 'Ana García, Jr.', email: 'ana@example.com', version: 1 },
  { id: JOSE, name: 'José Núñez', email: 'jose@example.com', version: 1 },
  { id: KIM_A, name: 'Kim Lee', email: 'kim.a@example.com', version: 1 },
  { id: KIM_B, name: 'Kim Lee', version: 1 },
]);
export const directory = new UserDirectory(index);
export const licenses = [
  { id: 'cloudCX1', title: 'Genesys Cloud CX 1' },
  { id: 'cloudCX2', title: 'Genesys Cloud CX 2' },
  { id: 'wem', title: 'Workforce engagement' },
  { id: 'WEM' },
];

export function tableOf(header: string[], cells: readonly (readonly string[])[]): FileTable {
  return {
    header,
    headerLine: 1,
    rows: cells.map((row, position): FileRow => ({ line: position + 2, cells: row })),
    lineCount: cells.length + 1,
    source: { format: 'CSV', separator: ',', encoding: 'UTF-8' },
  };
}

export function interpret(table: FileTable, options: Partial<RowOptions> = {}): FileChanges {
  return interpretRows(table, directory, licenses, {
    everybodyKnown: true,
    ...options,
  });
}
