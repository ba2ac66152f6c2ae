import type { User } from '@/api/schema';

/** What a person is called, where that is known. */
export function nameOf(user: Pick<User, 'name' | 'email'> | undefined): string | undefined {
  return user?.name?.trim() || user?.email?.trim() || undefined;
}

/** What a person is called on the screen: where no name is known, their ID, by which they are found in every language. */
export function displayName(
  user: Pick<User, 'name' | 'email'> | undefined,
  userId: string,
): string {
  return nameOf(user) ?? userId;
}
