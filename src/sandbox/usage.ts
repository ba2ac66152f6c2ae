import type { RoleRecord } from './beginning';
import type { SandboxUser } from './data/people';
import type { Grant } from './grants';
import { fractionOf } from './random';

const day = 24 * 60 * 60 * 1000;
/** A role counts as not used when it was not used for so long. */
export const analysisDays = 30;
/** The service works this out anew every 48 hours. */
const analysisEvery = 2 * day;
const unusedPermissionShare = 0.2;

/** When the service last worked out what is not used. */
export function lastAnalysis(now: number): number {
  return now - (now % analysisEvery);
}

/** Which roles and permissions are not used. */
export class Usage {
  readonly #everybodysRoleId: string;
  readonly #unusedShare: (roleId: string) => number;
  readonly #now: () => number;

  constructor(
    given: { everybodysRoleId: string; unusedShare: (roleId: string) => number },
    now: () => number,
  ) {
    this.#everybodysRoleId = given.everybodysRoleId;
    this.#unusedShare = given.unusedShare;
    this.#now = now;
  }

  roles(user: SandboxUser, roles: readonly RoleRecord[], grants: readonly Grant[]): RoleRecord[] {
    const analyzedAt = lastAnalysis(this.#now());
    const wasAway = (user.lastLogin ?? 0) < analyzedAt - analysisDays * day;
    return roles.filter(({ id }) => {
      if (id === this.#everybodysRoleId) return false;
      if (!grants.some(({ roleId, madeAt }) => roleId === id && madeAt < analyzedAt)) return false;
      return wasAway || fractionOf(`${user.id} ${id}`) < this.#unusedShare(id);
    });
  }

  permissions({ id, permissions }: RoleRecord): string[] {
    return permissions.filter(
      (permission) => fractionOf(`${id} ${permission}`) < unusedPermissionShare,
    );
  }
}
