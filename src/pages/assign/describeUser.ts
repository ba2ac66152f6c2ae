import type { OrganizationIndex } from '@/model/organizationIndex';
import { displayName } from '@/model/people';

/** A user with that by which two people of one name can be told apart. */
export function describeUser(userId: string, index: OrganizationIndex): string {
  const user = index.userOf(userId);
  const name = displayName(user, userId);
  const facts = [user?.email, user?.department, user?.state].filter(Boolean).join(', ') || userId;
  return facts === name ? name : `${name} (${facts})`;
}
