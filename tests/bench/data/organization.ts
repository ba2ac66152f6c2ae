import { divisionNames } from '@/sandbox/data/departments';
import { licenseDefinitions, retiredLicenseId } from '@/sandbox/data/licenses';
import { people, type SandboxUser } from '@/sandbox/data/people';
import { Random, randomFor } from '@/sandbox/random';

/** What every grid of the benchmark is given, in whatever form it likes best. */
export interface Organization {
  readonly licenseIds: readonly string[];
  /** Those that have a definition; one has none, as in a real organization. */
  readonly definitions: readonly object[];
  readonly members: readonly Member[];
}

export interface Member {
  readonly user: SandboxUser;
  /** Sorted. */
  readonly licenses: readonly string[];
}

const SEED = 1;
const COLUMNS = 40;
const TODAY = Date.UTC(2026, 10, 24);

/** The sandbox's people and licenses, and as many more licenses, held by few, as make 40 columns. */
export function createOrganization(users: number): Organization {
  const real = [...licenseDefinitions.keys(), retiredLicenseId];
  const more = Array.from({ length: COLUMNS - real.length }, (_, i) => `regionalAddOn${i + 1}`);
  const random = new Random(SEED);
  const divisions = new Map(
    divisionNames.map((name) => {
      const id = random.uuid();
      return [name, { id, name, selfUri: `/api/v2/authorization/divisions/${id}` }];
    }),
  );
  const domain = 'meridian-outfitters.example';
  const members: Member[] = [];
  for (const { user, licenses } of people({ users, seed: SEED, domain, divisions, today: TODAY })) {
    const chance = randomFor(SEED + 1, members.length);
    const extra = more.filter(() => chance.chance(0.01));
    members.push({ user, licenses: extra.length ? [...licenses, ...extra].sort() : licenses });
  }
  return {
    licenseIds: [...real, ...more],
    definitions: [
      ...licenseDefinitions.values(),
      ...more.map((id, i) => ({ id, description: `Regional add-on ${i + 1}` })),
    ],
    members,
  };
}
