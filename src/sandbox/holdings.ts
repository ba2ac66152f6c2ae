/** Assignments that differ from those the organization began with: user → licenses. */
export type AssignmentChanges = Record<string, readonly string[]>;

const noLicenses: readonly string[] = [];

/** Who holds what: the beginning, and what differs from it. */
export class Holdings {
  readonly #initial: ReadonlyMap<string, readonly string[]>;
  readonly #changed = new Map<string, readonly string[]>();
  #ids: readonly string[] | undefined;

  constructor(initial: ReadonlyMap<string, readonly string[]>) {
    this.#initial = initial;
  }

  /** Ids of all who are known to the license service, users or not, in a fixed order. */
  get ids(): readonly string[] {
    this.#ids ??= [
      ...this.#initial.keys(),
      ...[...this.#changed.keys()].filter((userId) => !this.#initial.has(userId)),
    ];
    return this.#ids;
  }

  /** The license ids that are held, sorted. */
  of(userId: string): readonly string[] {
    return this.#changed.get(userId) ?? this.#initial.get(userId) ?? noLicenses;
  }

  put(userId: string, licenses: Iterable<string>): void {
    const sorted = [...licenses].sort();
    if (sameList(this.#initial.get(userId) ?? noLicenses, sorted)) this.#changed.delete(userId);
    else this.#changed.set(userId, sorted);
    if (!this.#initial.has(userId)) this.#ids = undefined;
  }

  changes(): AssignmentChanges {
    return Object.fromEntries(this.#changed);
  }

  reset(): void {
    this.#changed.clear();
    this.#ids = undefined;
  }

  /** Canonical JSON: equal strings mean equal assignments. */
  snapshot(): string {
    const all = new Map([...this.#initial, ...this.#changed]);
    const rows = [...all].filter(([, licenses]) => licenses.length > 0);
    rows.sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify(Object.fromEntries(rows));
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
