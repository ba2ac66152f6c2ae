/** What keeps a catalog from being complete: each message of the source, translated, with the same placeholders. */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

export interface CatalogMessage {
  message?: string | undefined;
  translation?: string | undefined;
}
type Catalog = Readonly<Record<string, CatalogMessage>>;

/** `wanted` is what the source says, `found` what a language has, both by the id of the message. */
export function catalogProblems(wanted: Catalog, found: Catalog): string[] {
  const missing = Object.entries(wanted).flatMap(([id, { message = id }]) => {
    const problem = problemOf(message, found[id]);
    return problem ? [`${problem}: ${message}`] : [];
  });
  const obsolete = Object.entries(found)
    .filter(([id]) => !(id in wanted))
    .map(([id, { message = id }]) => `no longer in the source: ${message}`);
  return [...missing, ...obsolete];
}

function problemOf(message: string, found: CatalogMessage | undefined): string | undefined {
  if (!found) return 'not in the catalog';
  if (!found.translation) return 'not translated';
  try {
    const same = placeholdersOf(found.translation) === placeholdersOf(message);
    return same ? undefined : `has other placeholders in "${found.translation}"`;
  } catch (error) {
    return `cannot be read, ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What is filled in and what is marked up. How often, and in which plural forms, is the language's own affair. */
function placeholdersOf(message: string): string {
  const names = new Set<string>();
  collect(compileMessageOrThrow(message), names);
  return [...names].toSorted().join(' ');
}

/** A compiled message is a list of texts and of `[name, kind, choices]`, where each choice is such a list again. */
function collect(tokens: unknown, names: Set<string>): void {
  if (!Array.isArray(tokens)) return;
  for (const token of tokens) {
    if (typeof token === 'string') {
      for (const [tag] of token.replaceAll('/', '').matchAll(/<\w+>/g)) names.add(tag);
      continue;
    }
    const [name, , choices]: unknown[] = token;
    names.add(String(name));
    for (const choice of Object.values(choices ?? {})) collect(choice, names);
  }
}
