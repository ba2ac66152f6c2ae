import type { LicenseDefinition } from '@/api/schema';

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The license definitions of an organization and how they hang together. Any license id may be asked about: one without
 * a definition has nothing. Cycles, ids that lead nowhere and missing properties are all taken as they come.
 */
export class DefinitionGraph {
  /** The licenses that the service lists, in its order. */
  readonly ids: readonly string[];
  readonly #definitions: ReadonlyMap<string, LicenseDefinition>;
  readonly #prerequisites: Edges;
  readonly #requiredBy: Edges;
  readonly #parts: Edges;
  readonly #partOf: Edges;
  readonly #permissions = new Map<string, ReadonlySet<string>>();

  constructor(definitions: readonly LicenseDefinition[]) {
    const known = new Map<string, LicenseDefinition>();
    for (const definition of definitions) {
      if (definition.id !== undefined && !known.has(definition.id)) {
        known.set(definition.id, definition);
      }
    }
    this.ids = [...known.keys()];
    for (const definition of definitions) collectParts(definition, known);

    this.#definitions = known;
    this.#prerequisites = edgesOf(known, (definition) => definition.prerequisites);
    this.#parts = edgesOf(known, (definition) => definition.comprises);
    this.#requiredBy = reversed(this.#prerequisites);
    this.#partOf = reversed(this.#parts);
  }

  /** Whether there is a definition: listed, or spelled out inside one that comprises it. */
  has(id: string): boolean {
    return this.#definitions.has(id);
  }

  definition(id: string): LicenseDefinition | undefined {
    return this.#definitions.get(id);
  }

  /** What a license is called: definitions have no name, so it is the description or, without one, the id. */
  title(id: string): string {
    return this.#definitions.get(id)?.description?.trim() || id;
  }

  /** The licenses that its definition asks for by itself. */
  prerequisitesOf(id: string): readonly string[] {
    return [...(this.#prerequisites.get(id) ?? NOTHING)];
  }

  /** The prerequisites, their prerequisites and so on; never the license itself. */
  allPrerequisitesOf(id: string): ReadonlySet<string> {
    return reachable(id, this.#prerequisites);
  }

  /** The licenses whose definitions ask for this one by themselves. */
  requiredBy(id: string): readonly string[] {
    return [...(this.#requiredBy.get(id) ?? NOTHING)];
  }

  /** The licenses that its definition comprises by itself, one level deep. */
  partsOf(id: string): readonly string[] {
    return [...(this.#parts.get(id) ?? NOTHING)];
  }

  /** Every license that this one comprises, at any depth; never the license itself. */
  comprisesOf(id: string): ReadonlySet<string> {
    return reachable(id, this.#parts);
  }

  /** Every license that comprises this one, at any depth; never the license itself. */
  comprisedIn(id: string): ReadonlySet<string> {
    return reachable(id, this.#partOf);
  }

  /** The permissions of a license and of everything that it comprises. */
  permissionsOf(id: string): ReadonlySet<string> {
    let permissions = this.#permissions.get(id);
    if (!permissions) {
      const own = [id, ...this.comprisesOf(id)].flatMap((part) => this.#ownPermissions(part));
      permissions = new Set(own);
      this.#permissions.set(id, permissions);
    }
    return permissions;
  }

  #ownPermissions(id: string): readonly string[] {
    return this.#definitions.get(id)?.permissions?.ids ?? [];
  }
}

/** Permission → the held licenses that give it, by themselves or by what they comprise. In alphabetical order. */
export function effectivePermissions(
  held: Iterable<string>,
  graph: DefinitionGraph,
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const licenseId of held) {
    for (const permission of graph.permissionsOf(licenseId)) {
      const licenseIds = sources.get(permission);
      if (licenseIds) licenseIds.push(licenseId);
      else sources.set(permission, [licenseId]);
    }
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The other held licenses that comprise this one, so that it gives nothing that they do not. */
export function redundantIn(
  licenseId: string,
  held: Iterable<string>,
  graph: DefinitionGraph,
): string[] {
  const wholes = graph.comprisedIn(licenseId);
  return [...held].filter((id) => id !== licenseId && wholes.has(id));
}

/** Whether this tells anything of a license but its id. A bare id refers to a definition, and is none itself. */
export function isSpelledOut(definition: LicenseDefinition): boolean {
  const { description, permissions, prerequisites, comprises } = definition;
  return [description, permissions, prerequisites, comprises].some((part) => part !== undefined);
}

/** Takes in definitions that the service spells out inside others but does not list. */
function collectParts(whole: LicenseDefinition, known: Map<string, LicenseDefinition>): void {
  for (const part of whole.comprises ?? []) {
    if (part.id !== undefined && isSpelledOut(part) && !known.has(part.id)) {
      known.set(part.id, part);
    }
    collectParts(part, known);
  }
}

function edgesOf(
  definitions: ReadonlyMap<string, LicenseDefinition>,
  linked: (definition: LicenseDefinition) => readonly { id?: string }[] | undefined,
): Edges {
  const edges = new Map<string, Set<string>>();
  for (const [id, definition] of definitions) {
    const targets = new Set<string>();
    for (const target of linked(definition) ?? []) {
      if (target.id !== undefined && target.id !== id) targets.add(target.id);
    }
    edges.set(id, targets);
  }
  return edges;
}

function reversed(edges: Edges): Edges {
  const reverse = new Map<string, Set<string>>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const sources = reverse.get(to) ?? new Set();
      reverse.set(to, sources.add(from));
    }
  }
  return reverse;
}

function reachable(start: string, edges: Edges): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of edges.get(id) ?? []) {
      if (next === start || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}
