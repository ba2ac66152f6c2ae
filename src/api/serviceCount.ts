/** What the service says of its own count, where it does. */
export interface ServiceCount {
  readonly allowed: number;
  readonly used: number;
  readonly resetsAt: number;
}

/** Two answers of one window may differ by so much in when it ends. */
const SAME_WINDOW_MS = 2_000;

/**
 * Reads the `inin-ratelimit-*` headers, which the service took away in 2021 and some stand-ins and gateways still send.
 * Answers overtake each other: within one window the count only grows.
 */
export function serviceCount(
  headers: Headers,
  now: number,
  before: ServiceCount | undefined,
): ServiceCount | undefined {
  const allowed = headerNumber(headers, 'inin-ratelimit-allowed');
  const used = headerNumber(headers, 'inin-ratelimit-count');
  const reset = headerNumber(headers, 'inin-ratelimit-reset');
  if (allowed === undefined || used === undefined || reset === undefined) return undefined;
  const resetsAt = now + reset * 1000;
  const isSameWindow = before && Math.abs(resetsAt - before.resetsAt) < SAME_WINDOW_MS;
  return { allowed, used: isSameWindow ? Math.max(used, before.used) : used, resetsAt };
}

function headerNumber(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)?.trim();
  if (!value) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
