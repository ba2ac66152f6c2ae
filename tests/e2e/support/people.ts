import type { Sandbox } from '@/sandbox';

export interface Someone {
  id: string;
  name: string;
  email: string;
}

/** Active users with a name that nobody else has or contains, in the order of the organization. */
export function plainPeople({ organization }: Sandbox): Someone[] {
  const names = organization.users.map(({ profile }) => profile.name ?? '');
  return organization.users.flatMap(({ id, profile: { name, email, state } }) => {
    const isPlain = state === 'active' && name !== undefined && /^[\w .'-]+$/.test(name);
    if (!isPlain || email === undefined) return [];
    return names.filter((other) => other.includes(name)).length === 1 ? [{ id, name, email }] : [];
  });
}

/** So many people who do not hold a license. */
export function peopleWithout(sandbox: Sandbox, licenseId: string, count: number): Someone[] {
  const found = plainPeople(sandbox)
    .filter(({ id }) => !sandbox.organization.assignmentsOf(id).includes(licenseId))
    .slice(0, count);
  if (found.length < count) throw new Error(`Fewer than ${count} people lack ${licenseId}`);
  return found;
}

export function hasRole({ organization }: Sandbox, userId: string, name: string): boolean {
  const user = organization.user(userId);
  return user !== undefined && organization.rolesOf(user).some((role) => role.name === name);
}

/** Two people whose roles imply the same, and who do not hold a license: what one holds can be made to stay with the other. */
export function alikeWithout(sandbox: Sandbox, licenseId: string): Someone[] {
  const people = peopleWithout(sandbox, licenseId, 20);
  const implied = ({ id }: Someone) => sandbox.organization.impliedFor(id).join();
  for (const one of people) {
    const other = people.find((someone) => someone !== one && implied(someone) === implied(one));
    if (other) return [one, other];
  }
  throw new Error('No two people are alike');
}
