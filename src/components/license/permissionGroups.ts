import { foldText } from '@/model/text';

type Permissions = ReadonlyMap<string, readonly string[]>;
type Entry = readonly [permission: string, sources: readonly string[]];

/** Keeps the permissions in which every word of the text occurs. */
export function filterPermissions(permissions: Permissions, text: string): Permissions {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return permissions;
  return new Map(
    [...permissions].filter(([permission]) => {
      const folded = foldText(permission);
      return words.every((word) => folded.includes(word));
    }),
  );
}

export function firstOf(permissions: Permissions, count: number): Permissions {
  return permissions.size <= count ? permissions : new Map([...permissions].slice(0, count));
}

/** Permissions read "domain:entity:action"; what has no colon is a domain of its own. */
export function byDomain(permissions: Permissions): { domain: string; entries: Entry[] }[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of permissions) {
    const domain = entry[0].split(':', 1)[0] ?? entry[0];
    const group = groups.get(domain);
    if (group) group.push(entry);
    else groups.set(domain, [entry]);
  }
  return [...groups].map(([domain, entries]) => ({ domain, entries }));
}
