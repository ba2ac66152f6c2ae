import { z } from 'zod';
import { readOwnFile } from './ownFile';
import { type PackedHoldings, unpackHoldings } from './snapshotBytes';
import { SnapshotFileError } from './snapshotFileError';

const FORMAT = 'license-console.snapshot';
const VERSION = 1;

const contentSchema = z.object({
  organization: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  takenAt: z.iso.datetime(),
  /** Bytes are written in base64; what they mean is told in snapshotBytes.ts. */
  uuids: z.base64(),
  otherIds: z.array(z.string()),
  licenses: z.array(
    z.object({ licenseId: z.string(), form: z.enum(['bits', 'gaps']), bytes: z.base64() }),
  ),
});
const fileSchema = z.object({ sha256: z.string(), content: contentSchema });

/** A snapshot apart from this browser. */
export interface PortableSnapshot {
  readonly organization: { readonly id: string; readonly name: string };
  readonly name: string;
  /** Epoch milliseconds. */
  readonly takenAt: number;
  readonly holdings: PackedHoldings;
}

export async function writeSnapshotFile(snapshot: PortableSnapshot): Promise<string> {
  const { organization, name, takenAt, holdings } = snapshot;
  const { uuids, otherIds, licenses } = holdings;
  const content: z.infer<typeof contentSchema> = {
    organization: { id: organization.id, name: organization.name },
    name,
    takenAt: new Date(takenAt).toISOString(),
    uuids: toBase64(uuids),
    otherIds: [...otherIds],
    licenses: licenses.map(({ licenseId, form, bytes }) => ({
      licenseId,
      form,
      bytes: toBase64(bytes),
    })),
  };
  const sha256 = await checksumOf(content);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256, content }, null, 1)}\n`;
}

/**
 * Reads a file that this console wrote, for the organization that it was taken of.
 * @throws {SnapshotFileError} when it is damaged, of another organization, or of a newer console.
 */
export async function readSnapshotFile(
  text: string,
  organization: PortableSnapshot['organization'],
): Promise<PortableSnapshot> {
  const file = readOwnFile(text, {
    format: FORMAT,
    version: VERSION,
    errorOf: (kind) => new SnapshotFileError({ kind }),
  });
  const parsed = fileSchema.safeParse(file);
  if (!parsed.success || parsed.data.sha256 !== (await checksumOf(parsed.data.content))) {
    throw new SnapshotFileError({ kind: 'damaged' });
  }
  const { content } = parsed.data;
  if (content.organization.id !== organization.id) {
    const [taken, wanted] = [content.organization.name, organization.name];
    throw new SnapshotFileError({ kind: 'otherOrganization', taken, wanted });
  }
  return {
    organization: content.organization,
    name: content.name,
    takenAt: Date.parse(content.takenAt),
    holdings: holdingsIn(content),
  };
}

function holdingsIn({ uuids, otherIds, licenses }: z.infer<typeof contentSchema>): PackedHoldings {
  const holdings = {
    uuids: fromBase64(uuids),
    otherIds,
    licenses: licenses.map((column) => ({ ...column, bytes: fromBase64(column.bytes) })),
  };
  try {
    // Whatever cannot be unpacked is not to be kept.
    unpackHoldings(holdings);
  } catch (error) {
    throw new SnapshotFileError({ kind: 'contradictory' }, { cause: error });
  }
  return holdings;
}

/** SHA-256 of the content, however the file around it is laid out. */
async function checksumOf(content: z.infer<typeof contentSchema>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As many characters as a call takes arguments without trouble. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
