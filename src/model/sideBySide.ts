import type { Change } from './plan';

/** A license of one or both of two users. */
export interface SharedLicense {
  readonly licenseId: string;
  readonly heldBy: 'both' | 'first' | 'second';
}

/** The licenses of two users, each once; those that only one of them holds come first. */
export function licensesSideBySide(
  first: readonly string[],
  second: readonly string[],
): SharedLicense[] {
  const [one, other] = [new Set(first), new Set(second)];
  const heldBy = (licenseId: string) => {
    if (!other.has(licenseId)) return 'first';
    return one.has(licenseId) ? 'both' : 'second';
  };
  const all = [...new Set([...first, ...second])].sort();
  const shared = all.map((licenseId): SharedLicense => ({ licenseId, heldBy: heldBy(licenseId) }));
  return [
    ...shared.filter((license) => license.heldBy !== 'both'),
    ...shared.filter((license) => license.heldBy === 'both'),
  ];
}

/** What is in the first and not in the second. */
export function without<Key, Value>(
  first: ReadonlyMap<Key, Value>,
  second: ReadonlyMap<Key, unknown>,
): ReadonlyMap<Key, Value> {
  return new Map([...first].filter(([key]) => !second.has(key)));
}

/** The changes after which a user holds exactly what another one does. */
export function makeAlike(
  target: { readonly userId: string; readonly held: readonly string[] },
  model: { readonly userId: string; readonly held: readonly string[] },
): Change[] {
  const reason = { kind: 'copy', fromUserId: model.userId } as const;
  const { userId } = target;
  return licensesSideBySide(target.held, model.held).flatMap(({ licenseId, heldBy }) => {
    if (heldBy === 'both') return [];
    return { userId, licenseId, action: heldBy === 'first' ? 'remove' : 'add', reason };
  });
}
