import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { vi } from 'vitest';
import { kindOfFile } from '@/files/kindOfFile';
import { parseCsv } from '@/files/parseCsv';
import { parseXlsx } from '@/files/parseXlsx';
import type { ReadOptions } from '@/files/readTable';
import type { FileTable } from '@/model/changeFileTable';
import { FileInput, type FileWishes, type KeptFile } from '@/pages/assign/file/FileInput';
import type { Sandbox } from '@/sandbox';
import { renderPage } from '../../support/renderPage';

export const onWishes = vi.fn<(read: FileWishes | undefined) => void>();
/** What the form said last. */
export const handedOn = () => onWishes.mock.lastCall?.[0];

/** Reads a file as the workers do, on the page's thread. */
export async function readHere(file: File, { sheet }: ReadOptions): Promise<FileTable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await kindOfFile(file)) === 'xlsx' ? parseXlsx(bytes, sheet) : parseCsv(bytes);
}

/** A form whose file outlasts the form, as the page that goes on to the review has it. */
function Form() {
  const [kept, setKept] = useState<KeptFile>();
  const [isShown, setShown] = useState(true);
  return (
    <>
      {isShown && <FileInput onWishes={onWishes} kept={kept} onKeep={setKept} />}
      <button type="button" onClick={() => setShown(!isShown)}>
        Leave or come back
      </button>
    </>
  );
}

export function openForm(options: Parameters<typeof renderPage>[2] = {}) {
  const view = renderPage('/assign', [{ path: '/assign', Component: Form }], options);
  const choose = (text: string | Uint8Array<ArrayBuffer>, name = 'changes.csv') =>
    view.user.upload(screen.getByLabelText('Choose a CSV or XLSX file'), new File([text], name));
  return { ...view, choose };
}

/** Two people of the sandbox who can be told apart by anything, and two licenses of it. */
export function somebody({ organization }: Sandbox) {
  const named = (name: string | undefined) =>
    organization.users.filter(({ profile }) => profile.name === name).length;
  const [ana, bo] = organization.users.filter(
    ({ profile }) => profile.email && profile.name && named(profile.name) === 1,
  );
  const [first, second] = [...organization.definitions.keys()];
  if (!ana || !bo || !first || !second) throw new Error('The sandbox is too small');
  return { ana, bo, first, second };
}

export const errorRows = async () =>
  within(await screen.findByRole('table', { name: 'Errors in the file' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
