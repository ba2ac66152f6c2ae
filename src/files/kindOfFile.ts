import { FileProblem } from './FileProblem';

export type FileKind = 'csv' | 'xlsx';

/** A ZIP archive, as every XLSX file is. */
const ZIP = [0x50, 0x4b];
/** The container of old Excel files and of encrypted new ones. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What a file is by its content: names lie.
 * @throws {FileProblem} for files of Excel that cannot be read here.
 */
export async function kindOfFile(file: Blob): Promise<FileKind> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (beginsWith(start, ZIP)) return 'xlsx';
  if (!beginsWith(start, COMPOUND_FILE)) return 'csv';
  throw new FileProblem({ kind: (await isEncrypted(file)) ? 'protected' : 'xls' });
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, position) => bytes[position] === byte);
}

/** Where a container keeps the names of what is in it: near an end, as all programs write it. */
const NEAR_AN_END = 512 * 1024;

/** An encrypted workbook names its only content in the directory of the container, in UTF-16. */
async function isEncrypted(file: Blob): Promise<boolean> {
  const ends = [file.slice(0, NEAR_AN_END), file.slice(-NEAR_AN_END)];
  const texts = await Promise.all(
    ends.map(async (end) => new TextDecoder('utf-16le').decode(await end.arrayBuffer())),
  );
  return texts.some((text) => text.includes('EncryptedPackage'));
}
