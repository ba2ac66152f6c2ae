import { Bitset } from './bitset';
import { type Holdings, moved } from './snapshot';

/** Holdings in as few bytes as is easy to explain: the form in which they are kept and written to files. */
export interface PackedHoldings {
  /** User ids of the usual form (lower-case UUIDs), 16 bytes each. They are the first rows. */
  readonly uuids: Uint8Array;
  /** The user ids of any other form, the rows after those. */
  readonly otherIds: readonly string[];
  readonly licenses: readonly PackedColumn[];
}

/** The rows that hold a license, in whichever form is shorter. */
export interface PackedColumn {
  readonly licenseId: string;
  /**
   * `bits`: one bit a row, the lowest of the first byte for row 0. `gaps`: how far each row is from the one before (the
   * first: from -1), seven bits a byte, the lowest first, the high bit set where more follow.
   */
  readonly form: 'bits' | 'gaps';
  readonly bytes: Uint8Array;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_BYTES = 16;

export function packHoldings({ userIds, holders }: Holdings): PackedHoldings {
  const otherIds: string[] = [];
  const placeOf = new Uint32Array(userIds.length);
  const bytes = new Uint8Array(userIds.length * UUID_BYTES);
  let uuidCount = 0;
  const otherRows: number[] = [];
  userIds.forEach((userId, row) => {
    if (UUID.test(userId)) {
      placeOf[row] = uuidCount;
      writeUuid(userId, bytes, uuidCount * UUID_BYTES);
      uuidCount += 1;
    } else {
      otherIds.push(userId);
      otherRows.push(row);
    }
  });
  otherRows.forEach((row, place) => {
    placeOf[row] = uuidCount + place;
  });
  const licenses = Array.from(holders, ([licenseId, rows]): PackedColumn => {
    const places = otherIds.length === 0 ? rows.toRows() : sortedPlaces(rows, placeOf);
    const gaps = gapsOf(places);
    const bitBytes = (userIds.length + 7) >>> 3;
    return gaps.length < bitBytes
      ? { licenseId, form: 'gaps', bytes: gaps }
      : { licenseId, form: 'bits', bytes: bitsOf(places, bitBytes) };
  });
  return { uuids: bytes.slice(0, uuidCount * UUID_BYTES), otherIds, licenses };
}

const sortedPlaces = (rows: Bitset, placeOf: Uint32Array): Uint32Array =>
  moved(rows.toRows(), placeOf, placeOf.length).toRows();

export function userCountOf({ uuids, otherIds }: PackedHoldings): number {
  return uuids.length / UUID_BYTES + otherIds.length;
}

export function userIdAt({ uuids, otherIds }: PackedHoldings, row: number): string {
  const uuidCount = uuids.length / UUID_BYTES;
  return row < uuidCount ? readUuid(uuids, row * UUID_BYTES) : (otherIds[row - uuidCount] ?? '');
}

/** How many hold each license. */
export function holderCounts(packed: PackedHoldings): Map<string, number> {
  return new Map(Array.from(columnsOf(packed), ([licenseId, rows]) => [licenseId, rows.count]));
}

export function assignmentCountOf(packed: PackedHoldings): number {
  let assignments = 0;
  for (const count of holderCounts(packed).values()) assignments += count;
  return assignments;
}

/**
 * License → the rows that hold it.
 * @throws {RangeError} when the bytes name rows that are not there.
 */
export function columnsOf(packed: PackedHoldings): Map<string, Bitset> {
  const size = userCountOf(packed);
  return new Map(packed.licenses.map((column) => [column.licenseId, rowsOf(column, size)]));
}

function rowsOf({ form, bytes }: PackedColumn, size: number): Bitset {
  return form === 'bits' ? rowsOfBits(bytes, size) : rowsOfGaps(bytes, size);
}

/** @throws {RangeError} when the bytes name rows that are not there. */
export function unpackHoldings(packed: PackedHoldings): Holdings {
  const { uuids, otherIds } = packed;
  if (uuids.length % UUID_BYTES !== 0) throw new RangeError('A user id is cut off');
  const userIds: string[] = [];
  for (let offset = 0; offset < uuids.length; offset += UUID_BYTES) {
    userIds.push(readUuid(uuids, offset));
  }
  for (const userId of otherIds) userIds.push(userId);
  return { userIds, holders: columnsOf(packed) };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function writeUuid(uuid: string, bytes: Uint8Array, offset: number): void {
  let digit = 0;
  for (let i = 0; i < uuid.length; i++) {
    const code = uuid.charCodeAt(i);
    if (code === 45) continue;
    const value = code < 58 ? code - 48 : code - 87;
    const at = offset + (digit >> 1);
    bytes[at] = digit & 1 ? (bytes[at] ?? 0) | value : value << 4;
    digit += 1;
  }
}

function readUuid(bytes: Uint8Array, offset: number): string {
  let uuid = '';
  for (let i = 0; i < UUID_BYTES; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) uuid += '-';
    uuid += HEX[bytes[offset + i] ?? 0];
  }
  return uuid;
}

function bitsOf(rows: Uint32Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const row of rows) bytes[row >>> 3] = (bytes[row >>> 3] ?? 0) | (1 << (row & 7));
  return bytes;
}

function rowsOfBits(bytes: Uint8Array, size: number): Bitset {
  const words = new Uint32Array((Math.max(size, bytes.length * 8) + 31) >>> 5);
  bytes.forEach((byte, i) => {
    words[i >>> 2] = (words[i >>> 2] ?? 0) | (byte << ((i & 3) * 8));
  });
  const rows = Bitset.ofWords(words);
  if (rows.countIn(Bitset.full(size)) < rows.count) throw new RangeError('There is no such row');
  return rows;
}

/** A row takes no more bytes than this. */
const LONGEST_GAP = 5;

function gapsOf(rows: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(rows.length * LONGEST_GAP);
  let length = 0;
  let before = -1;
  for (const row of rows) {
    let gap = row - before;
    before = row;
    while (gap > 0x7f) {
      bytes[length++] = (gap & 0x7f) | 0x80;
      gap >>>= 7;
    }
    bytes[length++] = gap;
  }
  return bytes.slice(0, length);
}

function rowsOfGaps(bytes: Uint8Array, size: number): Bitset {
  const rows = new Bitset(size);
  let row = -1;
  let gap = 0;
  let shift = 0;
  for (const byte of bytes) {
    gap += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte & 0x80) continue;
    row += gap;
    if (row >= size) throw new RangeError(`There is no row ${row}`);
    rows.add(row);
    gap = 0;
    shift = 0;
  }
  if (shift > 0) throw new RangeError('A row is cut off');
  return rows;
}
