import type { User } from '@/api/schema';
import { licenseDefinitions, retiredLicenseId } from './licenses';
import type { Person } from './people';

/** The users that break careless programs. Each is always there when the organization has room for it. */
const oddities = [
  ['noName', (user) => ({ ...without(user, 'name') })],
  ['noEmail', (user) => ({ ...without(user, 'email', 'username') })],
  ['onlyId', ({ id, version }) => ({ ...(id !== undefined && { id }), version })],
  [
    'longName',
    (user) => ({
      ...user,
      name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(9).slice(0, 300),
    }),
  ],
  ['html', (user) => ({ ...user, name: '<img src=x onerror=alert(1)>' })],
  ['formula', (user) => ({ ...user, name: '=HYPERLINK("http://x","y")' })],
  ['csv', (user) => ({ ...user, name: 'Comma, "Quote"; Semi\tTab' })],
  ['sameName', (user) => ({ ...user, name: 'Alex Morgan', department: 'Customer Care' })],
  ['sameNameToo', (user) => ({ ...user, name: 'Alex Morgan', department: 'Finance' })],
  ['emailLower', (user) => ({ ...user, name: 'Casey Doe', ...emailOf(user, 'casey.doe') })],
  ['emailUpper', (user) => ({ ...user, name: 'Casey Doe-Kim', ...emailOf(user, 'Casey.DOE') })],
  ['rightToLeft', (user) => ({ ...user, name: '\u202eesreveR\u202c \u200fשם הפוך\u200f' })],
  ['padded', (user) => ({ ...user, name: '  Padded   Name ' })],
  ['emoji', (user) => ({ ...user, name: '👩🏽‍🚀 Zoe\u0308 🇨🇦' })],
  ['noLicenses', (user) => user],
  ['everyLicense', (user) => user],
  ['retiredLicense', (user) => user],
] as const satisfies readonly (readonly [name: string, change: (user: User) => User])[];

type Oddity = (typeof oddities)[number];
export type OddityName = Oddity[0] | 'unknownHolder';

/** The first people of an organization stay ordinary, so that a small one is not all oddities. */
const firstSlot = 20;

/** Which oddity the person at this position is, if any. */
export function oddityAt(index: number): Oddity | undefined {
  return oddities[index - firstSlot];
}

export function makeOdd(person: Person, [name, change]: Oddity): Person {
  const { access } = person;
  const { id } = person.user;
  return {
    access,
    // An odd user never signed in and is active, so that each is found where one looks first.
    user: { id, access, profile: change({ ...person.user.profile, state: 'active' }) },
    licenses:
      oddLicenses[name] ?? (person.licenses.length > 0 ? person.licenses : ['collaboratePro']),
  };
}

const oddLicenses: Partial<Record<OddityName, readonly string[]>> = {
  noLicenses: [],
  everyLicense: [...licenseDefinitions.keys()].sort(),
  retiredLicense: ['communicate', retiredLicenseId].sort(),
};

function emailOf(user: User, local: string): { email: string; username: string } {
  const email = `${local}@${user.email?.split('@')[1] ?? ''}`;
  return { email, username: email };
}

function without(user: User, ...fields: ('name' | 'email' | 'username')[]): User {
  const rest = { ...user };
  for (const field of fields) delete rest[field];
  return rest;
}
