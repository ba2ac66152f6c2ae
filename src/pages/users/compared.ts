import type { heldIds } from './userLicenses';
import type { UserPageData } from './useUserPage';

/** One of two users. */
export interface Compared {
  readonly userId: string;
  readonly name: string;
  readonly data: UserPageData;
}

/** One of two users, whose licenses are known. */
export interface ComparedHolder extends Compared {
  readonly held: ReturnType<typeof heldIds>;
}
