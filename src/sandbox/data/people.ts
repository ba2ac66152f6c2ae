import type { Division, User } from '@/api/schema';
import { type Random, randomFor } from '../random';
import { type Access, AccessSets, accessFrom } from './access';
import { type Department, departments, divisionNames } from './departments';
import { licenseDefinitions, retiredLicenseId, withComprised } from './licenses';
import type { NamePool } from './namePool';
import { namePools } from './names';
import { baseLicenses, baseRank } from './precedence';

/** A user of the sandbox organization: what the service shows unasked, and what it shows when expanded. */
export interface SandboxUser {
  readonly id: string;
  readonly profile: User;
  /** The roles and groups that the user had in the beginning; what is so now, the organization knows. */
  readonly access: Access;
  /** Milliseconds since the epoch; absent for one who never signed in. */
  readonly lastLogin?: number;
}

export interface Person {
  user: SandboxUser;
  licenses: readonly string[];
  /** What an active user in this place has. */
  access: Access;
}

export interface PeopleOptions {
  users: number;
  seed: number;
  domain: string;
  divisions: ReadonlyMap<string, Division>;
  /** Milliseconds since the epoch: the day on which the organization is looked at. */
  today: number;
}

const day = 24 * 60 * 60 * 1000;
const licenseIds = [...licenseDefinitions.keys()];
const pickPool = weighted(namePools);
const pickDepartment = weighted(departments);

/** The people of the organization, each a function of seed and position alone. */
export function* people(options: PeopleOptions): Generator<Person> {
  const addresses = new Map<string, number>();
  const sets = new LicenseSets();
  const accesses = new AccessSets();
  for (let index = 0; index < options.users; index += 1) {
    const random = randomFor(options.seed, index);
    const department = pickDepartment(random);
    const pool = pickPool(random);
    const id = random.uuid();
    const { name, roman } = nameFrom(pool, random);
    const repeats = addresses.get(roman) ?? 0;
    addresses.set(roman, repeats + 1);
    const email = `${roman}${repeats === 0 ? '' : repeats + 1}@${options.domain}`;
    const state = stateFrom(random);
    const place = random.chance(0.05) ? random.pick(divisionNames) : pool.division;
    const division = options.divisions.get(place);
    const profile: User = {
      id,
      name,
      department: department.name,
      email,
      state,
      title: random.pick(department.titles),
      username: email,
      version: 1 + random.below(40),
      ...(division !== undefined && { division }),
    };
    const lastLogin = lastLoginFrom(random, state, options.today);
    const access = accesses.shared(accessFrom(department, place, random));
    const licenses = sets.shared(heldBy(department, accesses.implied(access), state, random));
    yield {
      user: {
        id,
        profile,
        // An inactive user has no roles, but may hold licenses all the same.
        access: state === 'active' ? access : accesses.none,
        ...(lastLogin !== undefined && { lastLogin }),
      },
      licenses,
      access,
    };
  }
}

function nameFrom(pool: NamePool, random: Random): { name: string; roman: string } {
  const given = random.pick(pool.given);
  const family = random.pick(pool.family);
  const roman = `${given.roman}.${family.roman}`;
  if (pool.familyFirst) return { name: `${family.text}${pool.joiner}${given.text}`, roman };
  if (pool.extra === 'secondFamily') {
    return { name: `${given.text} ${family.text} ${random.pick(pool.family).text}`, roman };
  }
  if (pool.extra === 'initial' && random.chance(0.5)) {
    const initial = String.fromCharCode(65 + random.below(26));
    return { name: `${given.text} ${initial}. ${family.text}`, roman };
  }
  return { name: `${given.text} ${family.text}`, roman };
}

function stateFrom(random: Random): 'active' | 'inactive' | 'deleted' {
  const roll = random.next();
  if (roll < 0.01) return 'deleted';
  return roll < 0.07 ? 'inactive' : 'active';
}

function lastLoginFrom(random: Random, state: string, today: number): number | undefined {
  if (random.chance(0.04)) return undefined;
  // Most people were here this week; the inactive have long been gone.
  const days = state === 'active' ? random.next() ** 6 * 400 : 60 + random.next() * 600;
  return Math.floor(today - days * day);
}

/** What one of a department holds: what the roles imply, but for the few who stand out. */
function heldBy(
  department: Department,
  implied: readonly string[],
  state: string,
  random: Random,
): Set<string> {
  if (state === 'deleted' && random.chance(0.9)) return new Set();
  if (state === 'inactive' && random.chance(0.4)) return new Set();
  const held = new Set([...implied, ...(department.byHand ?? [])]);
  for (const [license, share] of Object.entries(department.some)) {
    if (random.chance(share)) addOrRaise(held, license);
  }
  if (random.chance(0.02)) addWithPrerequisites(held, random.pick(licenseIds));
  if (random.chance(0.012) && implied.length > 0) held.delete(random.pick(implied));
  if (random.chance(0.003)) held.add(retiredLicenseId);
  return held;
}

/** A base license takes the place of a lower one. */
function addOrRaise(held: Set<string>, license: string): void {
  const rank = baseRank(license);
  if (rank < 0) {
    addWithPrerequisites(held, license);
  } else if (![...held].some((other) => baseRank(other) > rank)) {
    for (const base of baseLicenses) held.delete(base);
    held.add(license);
  }
}

function addWithPrerequisites(held: Set<string>, license: string): void {
  for (const { id } of licenseDefinitions.get(license)?.prerequisites ?? []) {
    if (id !== undefined && !covers(held, id)) addWithPrerequisites(held, id);
  }
  held.add(license);
}

/** Whether a license is held itself, or as a part of another. */
export function covers(held: Iterable<string>, license: string): boolean {
  for (const id of held) if (comprised(id).has(license)) return true;
  return false;
}

const comprisedCache = new Map<string, Set<string>>();

function comprised(license: string): Set<string> {
  let parts = comprisedCache.get(license);
  if (parts === undefined) {
    parts = withComprised(license);
    comprisedCache.set(license, parts);
  }
  return parts;
}

/** Sorted sets of licenses, one array for all who hold the same: 200,000 users have a few hundred of them. */
class LicenseSets {
  readonly #sets = new Map<string, readonly string[]>();

  shared(held: Set<string>): readonly string[] {
    const sorted = [...held].sort();
    const key = sorted.join(' ');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    this.#sets.set(key, sorted);
    return sorted;
  }
}

function weighted<T extends { weight: number }>(items: readonly T[]): (random: Random) => T {
  const slots = items.flatMap((item) => Array.from({ length: item.weight }, () => item));
  return (random) => random.pick(slots);
}
