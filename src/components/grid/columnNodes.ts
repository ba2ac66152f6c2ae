/**
 * The nodes of one row, by column. When columns come and go, those that are left lend their nodes to those that come;
 * nodes lie in the order of their columns, and one that stays is never moved: it may have the focus.
 */
export class ColumnNodes<Drawn extends { readonly element: Element }> {
  readonly #parent: Element;
  readonly #create: () => Drawn;
  #columns: readonly number[] = [];
  #nodes = new Map<number, Drawn>();

  constructor(parent: Element, create: () => Drawn) {
    this.#parent = parent;
    this.#create = create;
  }

  /** Each of these columns, which are in ascending order, with its node. */
  of(columns: readonly number[]): ReadonlyMap<number, Drawn> {
    if (columns !== this.#columns) this.#lay(columns);
    return this.#nodes;
  }

  #lay(columns: readonly number[]): void {
    const wanted = new Set(columns);
    const free: Drawn[] = [];
    for (const [column, node] of this.#nodes) {
      if (wanted.has(column)) continue;
      node.element.remove();
      free.push(node);
    }
    const nodes = new Map<number, Drawn>();
    let next = this.#parent.firstElementChild;
    for (const column of columns) {
      const kept = this.#nodes.get(column);
      const node = kept ?? free.pop() ?? this.#create();
      if (kept) next = kept.element.nextElementSibling;
      else this.#parent.insertBefore(node.element, next);
      nodes.set(column, node);
    }
    this.#columns = columns;
    this.#nodes = nodes;
  }
}
