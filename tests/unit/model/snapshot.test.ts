// @vitest-environment node
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bitset } from '@/model/bitset';
import {
  byDepartment,
  byLicense,
  byUser,
  changesOf,
  differenceOf,
  restoringChanges,
} from '@/model/difference';
import { type Assignments, OrganizationIndex } from '@/model/organizationIndex';
import { applyChanges } from '@/model/plan';
import { type Holdings, holdingsOf } from '@/model/snapshot';
import {
  assignmentCountOf,
  holderCounts,
  type PackedHoldings,
  packHoldings,
  unpackHoldings,
} from '@/model/snapshotBytes';
import { readSnapshotFile, writeSnapshotFile } from '@/model/snapshotFile';
import { assignments, plain } from './assignmentArbitraries';

const ORGANIZATION = { id: 'org-1', name: 'Meridian' };
const REASON = { kind: 'restore', snapshot: 'March' } as const;

function toHoldings(held: Assignments): Holdings {
  const index = new OrganizationIndex();
  index.addAssignments(Array.from(held, ([id, licenses]) => ({ id, licenses: [...licenses] })));
  return holdingsOf(index);
}

const pack = (held: Assignments): PackedHoldings => packHoldings(toHoldings(held));

function toAssignments({ userIds, holders }: Holdings): Assignments {
  return new Map(
    userIds.map((userId, row) => [
      userId,
      new Set([...holders].filter(([, rows]) => rows.has(row)).map(([licenseId]) => licenseId)),
    ]),
  );
}

/** People whose ids are of both forms, so that those of the usual one are matched by their bytes. */
const assignmentsOfAnybody = assignments.map(
  (held): Assignments =>
    new Map(
      Array.from(held, ([userId, licenses], i) => [i % 2 ? userId : uuidOf(userId), licenses]),
    ),
);

function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

const userIds = fc.uniqueArray(
  fc.oneof(
    fc.uuid(),
    fc.string({ minLength: 1 }),
    fc.uuid().map((id) => id.toUpperCase()),
  ),
  { maxLength: 40 },
);
/** Any holdings at all: ids of every form, licenses of every name. */
const anyHoldings: fc.Arbitrary<Holdings> = fc
  .tuple(
    userIds,
    fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.nat({ max: 400 })), { maxKeys: 5 }),
  )
  .map(([ids, columns]) => ({
    userIds: ids,
    holders: new Map(
      Object.entries(columns).map(([licenseId, rows]) => [
        licenseId,
        Bitset.from(ids.length === 0 ? [] : rows.map((row) => row % ids.length)),
      ]),
    ),
  }));

const comparable = (holdings: Holdings) => plain(toAssignments(holdings));

describe('the difference of two moments', () => {
  it('applied to the earlier gives the later, and back again', () => {
    fc.assert(
      fc.property(assignmentsOfAnybody, assignmentsOfAnybody, (before, after) => {
        const difference = differenceOf(pack(before), pack(after));
        expect(plain(applyChanges(before, changesOf(difference, REASON)))).toEqual(plain(after));
        const back = restoringChanges(difference, REASON);
        expect(plain(applyChanges(after, back))).toEqual(plain(before));
      }),
    );
  });

  it('is nothing between a moment and itself', () => {
    fc.assert(
      fc.property(anyHoldings, (holdings) => {
        const packed = packHoldings(holdings);
        const { userIds, gained, lost } = differenceOf(packed, packed);
        expect(userIds.length + gained.size + lost.size).toBe(0);
      }),
    );
  });

  it('counts the same changes by license, by user and by department', () => {
    fc.assert(
      fc.property(assignmentsOfAnybody, assignmentsOfAnybody, (before, after) => {
        const difference = differenceOf(pack(before), pack(after));
        const count = changesOf(difference, REASON).length;
        const users = byUser(difference);
        const departments = byDepartment(users, (userId) => userId.slice(0, 1));
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(byLicense(difference).map(({ gained, lost }) => gained + lost))).toBe(count);
        expect(sum(users.map(({ gained, lost }) => gained.length + lost.length))).toBe(count);
        expect(sum(departments.map(({ gained, lost }) => gained + lost))).toBe(count);
      }),
    );
  });

  it('tells who gained and who lost what', () => {
    const before = pack(new Map([['ana', new Set(['base', 'wem'])]]));
    const after = pack(
      new Map([
        ['ana', new Set(['base', 'ai'])],
        ['bo', new Set(['base'])],
      ]),
    );
    expect(byUser(differenceOf(before, after))).toEqual([
      { userId: 'ana', gained: ['ai'], lost: ['wem'] },
      { userId: 'bo', gained: ['base'], lost: [] },
    ]);
  });
});

describe('a snapshot', () => {
  it('is the same after it was packed', () => {
    fc.assert(
      fc.property(anyHoldings, (holdings) => {
        expect(comparable(unpackHoldings(packHoldings(holdings)))).toEqual(comparable(holdings));
      }),
    );
  });

  it('counts the holders of each license, however its rows are kept', () => {
    fc.assert(
      fc.property(anyHoldings, (holdings) => {
        const counts = Array.from(holdings.holders, ([id, rows]) => [id, rows.count] as const);
        expect(holderCounts(packHoldings(holdings))).toEqual(new Map(counts));
      }),
    );
  });

  it('is the same after it was written to a file and read', async () => {
    await fc.assert(
      fc.asyncProperty(anyHoldings, fc.string(), async (anything, name) => {
        const holdings = packHoldings(anything);
        const written = { organization: ORGANIZATION, name, takenAt: 1_700_000_000_000, holdings };
        const read = await readSnapshotFile(await writeSnapshotFile(written), ORGANIZATION);
        expect(read).toEqual(written);
      }),
    );
  });

  it('leaves out users who hold nothing', () => {
    const held = new Map([
      ['ana', new Set(['base'])],
      ['bo', new Set<string>()],
    ]);
    expect(toHoldings(held).userIds).toEqual(['ana']);
  });
});

describe('a file that is not taken in', () => {
  const holdings = pack(new Map([['ana', new Set(['base'])]]));
  const write = () =>
    writeSnapshotFile({ organization: ORGANIZATION, name: 'March', takenAt: 0, holdings });

  it('is damaged', async () => {
    const text = await write();
    const changed = text.replace('"ana"', '"eve"');
    await expect(readSnapshotFile(changed, ORGANIZATION)).rejects.toHaveProperty('fault', {
      kind: 'damaged',
    });
    await expect(readSnapshotFile(text.slice(0, -9), ORGANIZATION)).rejects.toHaveProperty(
      'fault',
      { kind: 'noJson' },
    );
  });

  it('is of another organization', async () => {
    const other = { id: 'org-2', name: 'Elsewhere' };
    await expect(readSnapshotFile(await write(), other)).rejects.toHaveProperty('fault', {
      kind: 'otherOrganization',
      taken: 'Meridian',
      wanted: 'Elsewhere',
    });
  });

  it('is of a newer console, whatever else it holds', async () => {
    const newer = JSON.stringify({ format: 'license-console.snapshot', version: 2, rows: 'new' });
    await expect(readSnapshotFile(newer, ORGANIZATION)).rejects.toHaveProperty('fault', {
      kind: 'newer',
    });
  });

  it('is something else altogether', async () => {
    await expect(readSnapshotFile('{"format":"x"}', ORGANIZATION)).rejects.toHaveProperty('fault', {
      kind: 'foreign',
    });
    await expect(readSnapshotFile('Name,User', ORGANIZATION)).rejects.toHaveProperty('fault', {
      kind: 'noJson',
    });
    const text = await write();
    for (const version of ['0', '-1', '0.5', '"1"']) {
      const odd = text.replace('"version": 1', `"version": ${version}`);
      await expect(readSnapshotFile(odd, ORGANIZATION), version).rejects.toHaveProperty('fault', {
        kind: 'foreign',
      });
    }
  });

  it('names rows that are not there, whichever way they are written', async () => {
    for (const column of [
      { form: 'bits', bytes: Uint8Array.of(2) },
      { form: 'bits', bytes: Uint8Array.of(1, 0, 0, 0, 0, 1) },
      { form: 'gaps', bytes: Uint8Array.of(2) },
      { form: 'gaps', bytes: Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7f) },
      { form: 'gaps', bytes: Uint8Array.of(0x81) },
    ] as const) {
      const text = await writeSnapshotFile({
        organization: ORGANIZATION,
        name: 'March',
        takenAt: 0,
        holdings: { ...holdings, licenses: [{ licenseId: 'base', ...column }] },
      });
      await expect(readSnapshotFile(text, ORGANIZATION)).rejects.toHaveProperty('fault', {
        kind: 'contradictory',
      });
    }
  });

  it('still is taken in when it was only laid out anew', async () => {
    const compact = JSON.stringify(JSON.parse(await write()));
    const { name } = await readSnapshotFile(compact, ORGANIZATION);
    expect(name).toBe('March');
  });
});

describe('a large organization', () => {
  const index = new OrganizationIndex();
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
  const idOf = (i: number) =>
    `${hex(Math.imul(i, 2_654_435_761) >>> 0, 8)}-0000-4000-8000-${hex(i, 12)}`;
  index.addAssignments(
    Array.from({ length: 200_000 }, (_, i) => ({
      id: idOf(i),
      licenses: [`a${i % 3}`, `b${i % 7}`, `c${i % 14}`, ...(i % 997 === 0 ? ['rare'] : [])],
    })),
  );

  it('is written in less than 6 MB, and the difference of two is found', async () => {
    const packed = packHoldings(holdingsOf(index));
    const text = await writeSnapshotFile({
      organization: ORGANIZATION,
      name: 'All',
      takenAt: 0,
      holdings: packed,
    });
    expect(text.length).toBeLessThan(6_000_000);
    expect(assignmentCountOf(packed)).toBe(600_201);
    index.applyReadBack(new Map([[idOf(5), new Set(['rare'])]]));
    const later = packHoldings(holdingsOf(index));
    expect(changesOf(differenceOf(packed, later), REASON)).toHaveLength(4);
  });
});
