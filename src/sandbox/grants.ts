import type { Access } from './data/access';
import type { SandboxUser } from './data/people';

/** A role in a division, as somebody or a group was granted it. */
export interface Grant {
  readonly roleId: string;
  /** `*` stands for all divisions. */
  readonly divisionId: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** A grant that counts for a user, with the user or the group that it was made to. */
export interface EffectiveGrant extends Grant {
  readonly subjectId: string;
}

export type GrantChanges = Record<string, readonly Grant[]>;

export interface GrantBookParts {
  users: readonly SandboxUser[];
  user: (userId: string) => SandboxUser | undefined;
  /** The grants and groups that somebody with this access begins with. */
  resolve: (access: Access) => { grants: readonly Grant[]; groupIds: readonly string[] };
  /** What each group began with. */
  groups: ReadonlyMap<string, readonly Grant[]>;
}

const nothing: readonly Grant[] = [];

/** Who was granted which role in which division. */
export class GrantBook {
  readonly #parts: GrantBookParts;
  readonly #changed = new Map<string, readonly Grant[]>();
  /** Users by role; worked out when first asked for, and forgotten with every change. */
  #usersByRole: Map<string, string[]> | undefined;
  #members: Map<string, string[]> | undefined;

  constructor(parts: GrantBookParts) {
    this.#parts = parts;
  }

  /** The grants made to a user or a group itself. */
  own(subjectId: string): readonly Grant[] {
    return this.#changed.get(subjectId) ?? this.#initial(subjectId);
  }

  groupsOf(userId: string): readonly string[] {
    const user = this.#parts.user(userId);
    return user === undefined ? [] : this.#parts.resolve(user.access).groupIds;
  }

  members(groupId: string): readonly string[] {
    this.#members ??= listsBy(this.#parts.users, ({ id }) => this.groupsOf(id));
    return this.#members.get(groupId) ?? [];
  }

  /** All grants that count for a user: their own first, then those of their groups. */
  of(userId: string): EffectiveGrant[] {
    return [userId, ...this.groupsOf(userId)].flatMap((subjectId) =>
      this.own(subjectId).map((grant) => ({ ...grant, subjectId })),
    );
  }

  /** The roles of a user, each once. */
  roleIdsOf(userId: string): string[] {
    const roleIds = new Set<string>();
    for (const subjectId of [userId, ...this.groupsOf(userId)]) {
      for (const { roleId } of this.own(subjectId)) roleIds.add(roleId);
    }
    return [...roleIds];
  }

  usersWith(roleId: string): readonly string[] {
    this.#usersByRole ??= this.#listByRole();
    return this.#usersByRole.get(roleId) ?? [];
  }

  put(subjectId: string, grants: readonly Grant[]): void {
    if (sameGrants(this.#initial(subjectId), grants)) this.#changed.delete(subjectId);
    else this.#changed.set(subjectId, grants);
    this.#usersByRole = undefined;
  }

  changes(): GrantChanges {
    return Object.fromEntries(this.#changed);
  }

  reset(): void {
    this.#changed.clear();
    this.#usersByRole = undefined;
  }

  #listByRole(): Map<string, string[]> {
    // Most people have what many others have: of 200,000 users a few hundred differ.
    const known = new Map<Access, readonly string[]>();
    return listsBy(this.#parts.users, ({ id, access }) => {
      if (this.#changed.has(id)) return this.roleIdsOf(id);
      const roleIds = known.get(access) ?? this.roleIdsOf(id);
      known.set(access, roleIds);
      return roleIds;
    });
  }

  #initial(subjectId: string): readonly Grant[] {
    const user = this.#parts.user(subjectId);
    if (user !== undefined) return this.#parts.resolve(user.access).grants;
    return this.#parts.groups.get(subjectId) ?? nothing;
  }
}

function listsBy(
  users: readonly SandboxUser[],
  keysOf: (user: SandboxUser) => readonly string[],
): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const user of users) {
    for (const key of keysOf(user)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [user.id]);
      else list.push(user.id);
    }
  }
  return lists;
}

function sameGrants(a: readonly Grant[], b: readonly Grant[]): boolean {
  const keys = new Set(a.map(keyOf));
  return a.length === b.length && b.every((grant) => keys.has(keyOf(grant)));
}

function keyOf({ roleId, divisionId, madeAt }: Grant): string {
  return `${roleId} ${divisionId} ${madeAt}`;
}
