import type { LicenseDefinition } from '@/api/schema';
import { OrganizationIndex } from '@/model/organizationIndex';

export const USERS = 200_000;
export const NOW = Date.parse('2026-11-25T00:00:00Z');
const DEPARTMENTS = 300;
const DAY_MS = 24 * 60 * 60 * 1_000;
const LICENSES = Array.from({ length: 40 }, (_, i) => `license${i}`);

export const DEFINITIONS: LicenseDefinition[] = LICENSES.map((id, i) => ({
  id,
  prerequisites: i % 3 === 0 && i > 3 ? [{ id: `license${i - 2}` }] : [],
  comprises: i % 5 === 0 && i > 0 ? [{ id: `license${i - 1}` }] : [],
}));

/** 200,000 users with 40 licenses among them, the same in every run. */
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
  const userIds = Array.from(
    { length: USERS },
    () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`,
  );
  const index = new OrganizationIndex();
  index.registerLicenses(LICENSES);
  index.addAssignments(
    userIds.map((id) => ({
      id,
      licenses: LICENSES.filter((_, i) => random() < 0.6 / (1 + i * 0.35)),
    })),
  );
  index.completeAssignments();
  index.addUsers(
    userIds.map((id) => ({
      id,
      version: 1,
      name: id,
      state: random() < 0.03 ? ('inactive' as const) : ('active' as const),
      department: `Department ${Math.floor(random() * DEPARTMENTS)}`,
      dateLastLogin: new Date(NOW - random() * 400 * DAY_MS).toISOString(),
    })),
  );
  return index;
}
