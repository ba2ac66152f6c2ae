import type { User } from '@/api/schema';

/** What a person is called where no name is known: never blank, never a guess. */
export function displayName(user: Pick<User, 'name' | 'email' | 'id'> | undefined, userId: string) {
  return user?.name?.trim() || user?.email?.trim() || `User ${userId}`;
}
