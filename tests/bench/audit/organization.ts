import type { LicenseDefinition } from '@/api/schema';
import type { Amount } from '@/model/costs';
import type { RoleSet } from '@/model/findingsRoles';
import { OrganizationIndex } from '@/model/organizationIndex';

export const USERS = 200_000;
export const NOW = Date.parse('2026-11-25T00:00:00Z');
/** Of so many users something changes from one snapshot to the next. */
export const CHANGED = 2_000;
const DEPARTMENTS = 300;
/** So many of a department hold what is usual there; what the others hold is left to chance. */
const USUAL_SHARE = 0.7;
const DAY_MS = 24 * 60 * 60 * 1_000;
const LICENSES = Array.from({ length: 40 }, (_, i) => `license${i}`);

export const DEFINITIONS: LicenseDefinition[] = LICENSES.map((id, i) => ({
  id,
  prerequisites: i % 3 === 0 && i > 3 ? [{ id: `license${i - 2}` }] : [],
  comprises: i % 5 === 0 && i > 0 ? [{ id: `license${i - 1}` }] : [],
}));

export const PRICES: ReadonlyMap<string, Amount> = new Map(
  LICENSES.map((id, i) => [id, 100_000 + i * 40_000]),
);

/** 200,000 users in 300 departments with 40 licenses among them, the same in every run. */
export function organization(): OrganizationIndex {
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const someLicenses = () => LICENSES.filter((_, i) => random() < 0.6 / (1 + i * 0.35));
  const departments = Array.from({ length: DEPARTMENTS }, (_, i) => ({
    name: `Department ${i}`,
    usual: someLicenses(),
  }));
  const people = Array.from({ length: USERS }, () => ({
    id: `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`,
    department: departments[Math.floor(random() * DEPARTMENTS)],
  }));
  const index = new OrganizationIndex();
  index.registerLicenses(LICENSES);
  index.addAssignments(
    people.map(({ id, department }) => ({
      id,
      licenses: department && random() < USUAL_SHARE ? [...department.usual] : someLicenses(),
    })),
  );
  index.completeAssignments();
  index.addUsers(
    people.map(({ id, department }) => ({
      id,
      version: 1,
      name: id,
      state: random() < 0.03 ? ('inactive' as const) : ('active' as const),
      department: department?.name ?? '',
      dateLastLogin: new Date(NOW - random() * 400 * DAY_MS).toISOString(),
    })),
  );
  return index;
}

const ROLE_SETS = 1_000;

/** Half of the users have the same roles; of the others many have their own. */
export function roleSetsOf(index: OrganizationIndex): RoleSet[] {
  const sets = Array.from({ length: ROLE_SETS }, (_, i) => ({
    userIds: new Array<string>(),
    implied: [i, i * 3, i * 7].map((n) => `license${n % LICENSES.length}`),
  }));
  for (let row = 0; row < index.size; row++) {
    sets[row % 2 === 0 ? 0 : row % ROLE_SETS]?.userIds.push(index.userId(row));
  }
  return sets;
}
