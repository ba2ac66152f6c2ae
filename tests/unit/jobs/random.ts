/** mulberry32: the same seed, the same run. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (share: number) => next() < share,
    below: (n: number) => Math.floor(next() * n),
    some: <Item>(items: readonly Item[], share: number) => items.filter(() => next() < share),
    one: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to choose from');
      return item;
    },
  };
}

export type Random = ReturnType<typeof randomFrom>;

/** How many runs, and from which seed: RUNS=50 FIRST_SEED=4200 npx vitest run … */
export const runsOf = (usual: number) => ({
  count: Number(process.env['RUNS'] ?? usual),
  first: Number(process.env['FIRST_SEED'] ?? 1),
});
