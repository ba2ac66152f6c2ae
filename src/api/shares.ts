/** One of the works, such as a job or a reading, that send many requests at the same time. */
export interface Work {
  /** Requests that it could send while the rate limit counts one, if nothing held it back. */
  readonly demand: number;
  /** Requests that it still needs, where it has said so. */
  readonly left: number | undefined;
}

/** Deals room out evenly; what one work cannot use goes to the others. */
export function sharesOf(room: number, demands: readonly number[]): number[] {
  const shares = demands.map(() => 0);
  let left = room;
  let open = demands.map((demand, place) => ({ demand, place }));
  while (open.length > 0) {
    const even = left / open.length;
    const modest = open.filter(({ demand }) => demand <= even);
    const dealt = modest.length > 0 ? modest : open;
    for (const { demand, place } of dealt) {
      shares[place] = Math.min(demand, even);
      left -= Math.min(demand, even);
    }
    open = open.filter((work) => !dealt.includes(work));
  }
  return shares;
}

/** How many such times the first of the works takes to its end: whenever one ends, the others go faster. */
export function windowsToEnd(room: number, [own, ...others]: readonly [Work, ...Work[]]): number {
  const ownLeft = own.left ?? 0;
  let works = [own, ...others].map(({ demand, left }) => ({ demand, left: left ?? ownLeft }));
  let windows = 0;
  while (works.length > 0) {
    const shares = sharesOf(
      room,
      works.map(({ demand }) => demand),
    );
    const ends = works.map(({ left }, place) => left / Math.max(shares[place] ?? 0, 0.01));
    const first = Math.min(...ends);
    windows += first;
    if (ends[0] === first) return windows;
    works = works
      .map((work, place) => ({ ...work, left: work.left - first * (shares[place] ?? 0) }))
      .filter((_, place) => place === 0 || (ends[place] ?? 0) > first);
  }
  return windows;
}
