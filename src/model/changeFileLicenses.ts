import { foldText, plainText } from './text';

export interface KnownLicense {
  readonly id: string;
  readonly title?: string | undefined;
}

export type LicenseFound =
  | { readonly kind: 'exact'; readonly licenseId: string }
  /** The same but for upper and lower case, and no other license is. */
  | { readonly kind: 'otherCase'; readonly licenseId: string }
  /** Its description, and that of no other license. */
  | { readonly kind: 'description'; readonly licenseId: string }
  /** Several licenses are the same but for case, or have this description: none is meant more than the others. */
  | { readonly kind: 'ambiguous'; readonly licenseIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** Licenses less alike than this are no help to whoever mistyped one. */
const ALIKE_ENOUGH = 0.45;
const MOST_HINTS = 3;
/** Looking for what is near takes its time: a file full of other things gets no more hints than this. */
const MOST_SEARCHES = 500;

/** Whom a cell of a license column means. Made once for a file, so that it looks for each text once. */
export class LicenseFinder {
  readonly #known: readonly KnownLicense[];
  readonly #ids: ReadonlySet<string>;
  readonly #byLowerCase = new Map<string, string[]>();
  readonly #byDescription = new Map<string, string[]>();
  readonly #found = new Map<string, LicenseFound>();
  readonly #bigrams: readonly (readonly Bigrams[])[];
  #searches = 0;

  constructor(licenses: Iterable<KnownLicense>) {
    this.#known = [...licenses];
    this.#ids = new Set(this.#known.map(({ id }) => id));
    for (const id of this.#ids) append(this.#byLowerCase, id.toLowerCase(), id);
    for (const { id, title } of this.#known) {
      if (title) append(this.#byDescription, foldText(plainText(title)), id);
    }
    this.#bigrams = this.#known.map(({ id, title }) => [bigramsOf(id), bigramsOf(title ?? '')]);
  }

  find(text: string): LicenseFound {
    let found = this.#found.get(text);
    if (!found) {
      found = this.#look(text);
      this.#found.set(text, found);
    }
    return found;
  }

  /** The license that is called exactly so but for case. */
  idOf(text: string): string | undefined {
    const found = this.#look(text, false);
    return found.kind === 'exact' || found.kind === 'otherCase' ? found.licenseId : undefined;
  }

  #look(text: string, hints = true): LicenseFound {
    if (this.#ids.has(text)) return { kind: 'exact', licenseId: text };
    const id = plainText(text);
    if (this.#ids.has(id)) return { kind: 'exact', licenseId: id };
    const byId = this.#byLowerCase.get(id.toLowerCase());
    const licenseIds = byId ?? this.#byDescription.get(foldText(id)) ?? [];
    const [licenseId] = licenseIds;
    if (licenseId === undefined)
      return { kind: 'unknown', nearest: hints ? this.#nearest(text) : [] };
    if (licenseIds.length > 1) return { kind: 'ambiguous', licenseIds };
    return { kind: byId ? 'otherCase' : 'description', licenseId };
  }

  #nearest(text: string): string[] {
    this.#searches += 1;
    if (this.#searches > MOST_SEARCHES) return [];
    const wanted = bigramsOf(text);
    return this.#known
      .map(({ id }, place) => {
        const likenesses = (this.#bigrams[place] ?? []).map((own) => likeness(wanted, own));
        return { id, likeness: Math.max(0, ...likenesses) };
      })
      .filter(({ likeness }) => likeness >= ALIKE_ENOUGH)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_HINTS)
      .map(({ id }) => id);
  }
}

function append(map: Map<string, string[]>, key: string, id: string): void {
  map.set(key, [...(map.get(key) ?? []), id]);
}

type Bigrams = ReadonlySet<string>;

/** The pairs of neighboring letters, by which texts that are mistyped or turned around are still alike. */
function bigramsOf(text: string): Bigrams {
  const letters = Array.from(foldText(text).replace(/[^\p{L}\p{N}]/gu, ''));
  return new Set(letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`));
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function likeness(a: Bigrams, b: Bigrams): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}
