import type { LicenseOrganization, User, UserLicenses } from '@/api/schema';
import { Bitset } from './bitset';

export type Assignments = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who holds what in one organization: a table of users by licenses, kept by column. A user has a row, a license a set of
 * rows. The two reads of the service (assignments, people) arrive in pages and in any order, and are joined by id.
 *
 * Rows only ever get appended, so a row number means the same user for as long as the index lives. The index changes in
 * place; `version` counts the changes, for whoever derives something from it.
 */
export class OrganizationIndex {
  readonly #rowOf = new Map<string, number>();
  readonly #userIds: string[] = [];
  readonly #users: (User | undefined)[] = [];
  readonly #holders = new Map<string, Bitset>();
  readonly #assignmentsRead = new Bitset();
  readonly #usersRead = new Bitset();
  readonly #userLog: number[] = [];
  #assignmentsComplete = false;
  #version = 0;

  /** Counts changes of any kind. */
  get version(): number {
    return this.#version;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#userIds.length;
  }

  /** The licenses that somebody holds or that were registered, in the order in which they became known. */
  get licenseIds(): string[] {
    return [...this.#holders.keys()];
  }

  rowOf(userId: string): number | undefined {
    return this.#rowOf.get(userId);
  }

  userId(row: number): string {
    const userId = this.#userIds[row];
    if (userId === undefined) throw new RangeError(`There is no row ${row}`);
    return userId;
  }

  /** The person of a row, or undefined: not read yet, or a holder who is no known user. */
  user(row: number): User | undefined {
    return this.#users[row];
  }

  /** The person of an id, or undefined: not read yet, or no known user. */
  userOf(userId: string): User | undefined {
    const row = this.rowOf(userId);
    return row === undefined ? undefined : this.user(row);
  }

  holders(licenseId: string): Bitset {
    return this.#holders.get(licenseId) ?? new Bitset();
  }

  /** The rows of everybody who holds some license. */
  holdersOfAny(): Bitset {
    const all = new Bitset(this.size);
    for (const holders of this.#holders.values()) all.unite(holders);
    return all;
  }

  /** Rows whose assignments were read. For the others, what they hold is unknown. */
  get assignmentsRead(): Bitset {
    return this.#assignmentsRead;
  }

  /** Rows whose person was read. */
  get usersRead(): Bitset {
    return this.#usersRead;
  }

  /**
   * The rows in the order in which their person was read, a row twice when it was read twice. Only ever appended to:
   * whoever derives something from people remembers how far it has come, and goes on from there.
   */
  get userLog(): readonly number[] {
    return this.#userLog;
  }

  /** Whether the user of a row holds a license; undefined as long as that was not read. */
  holds(row: number, licenseId: string): boolean | undefined {
    if (!this.#assignmentsRead.has(row)) return undefined;
    return this.#holders.get(licenseId)?.has(row) ?? false;
  }

  /** The licenses that the user of a row holds; undefined as long as that was not read. */
  licensesOf(row: number): string[] | undefined {
    if (!this.#assignmentsRead.has(row)) return undefined;
    const held: string[] = [];
    for (const [licenseId, holders] of this.#holders) {
      if (holders.has(row)) held.push(licenseId);
    }
    return held;
  }

  /** Makes licenses known that perhaps nobody holds, so that each has its column. */
  registerLicenses(licenseIds: Iterable<string>): void {
    for (const licenseId of licenseIds) this.#column(licenseId);
    this.#version += 1;
  }

  /** A page of GET /license/users. Entities without an id say nothing about anybody and are passed over. */
  addAssignments(page: readonly UserLicenses[]): void {
    for (const entity of page) {
      if (entity.id === undefined) continue;
      this.#replaceAssignments(this.#row(entity.id), entity.licenses ?? []);
    }
    this.#version += 1;
  }

  /** The answer of GET /license/organization, which names holders only: a user it does not name holds nothing. */
  addLicenseOrganization(answer: LicenseOrganization): void {
    for (const [licenseId, holders] of Object.entries(answer.licenses ?? {})) {
      const column = this.#column(licenseId);
      for (const holder of holders) {
        if (holder.id === undefined) continue;
        const row = this.#row(holder.id);
        column.add(row);
        this.#assignmentsRead.add(row);
      }
    }
    this.#version += 1;
  }

  /** Once every assignment is in, a user of whom none was told holds nothing, also one who is read later. */
  completeAssignments(): void {
    this.#assignmentsComplete = true;
    this.#assignmentsRead.unite(Bitset.full(this.size));
    this.#version += 1;
  }

  /** A page of GET /users. */
  addUsers(page: readonly User[]): void {
    for (const user of page) {
      if (user.id === undefined) continue;
      const row = this.#row(user.id);
      this.#users[row] = user;
      this.#usersRead.add(row);
      this.#userLog.push(row);
    }
    this.#version += 1;
  }

  /** What a read-back (POST /license/users) says of some users: the newest truth, replacing what was known. */
  applyReadBack(read: Assignments): void {
    for (const [userId, licenseIds] of read)
      this.#replaceAssignments(this.#row(userId), licenseIds);
    this.#version += 1;
  }

  #replaceAssignments(row: number, licenseIds: Iterable<string>): void {
    if (this.#assignmentsRead.has(row)) {
      for (const holders of this.#holders.values()) holders.delete(row);
    }
    for (const licenseId of licenseIds) this.#column(licenseId).add(row);
    this.#assignmentsRead.add(row);
  }

  #row(userId: string): number {
    const known = this.#rowOf.get(userId);
    if (known !== undefined) return known;
    const row = this.#userIds.push(userId) - 1;
    this.#users.push(undefined);
    this.#rowOf.set(userId, row);
    if (this.#assignmentsComplete) this.#assignmentsRead.add(row);
    return row;
  }

  #column(licenseId: string): Bitset {
    let holders = this.#holders.get(licenseId);
    if (!holders) {
      holders = new Bitset();
      this.#holders.set(licenseId, holders);
    }
    return holders;
  }
}
