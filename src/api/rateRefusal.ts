import { isRecord, retryAfterSeconds } from './errors';

/** What a 429 says of the limit, as far as it says anything. */
export interface RateRefusal {
  /** How long the service asks to wait. */
  readonly waitMs: number | undefined;
  /** Requests a minute that it says are allowed. */
  readonly allowed: number | undefined;
}

/**
 * Reads a 429 without using up its body. A page of another origin may be kept from reading Retry-After; the message
 * ends with the same number: "Retry the request in [42] seconds".
 */
export async function readRateRefusal(response: Response): Promise<RateRefusal> {
  const body = await jsonOf(response.clone());
  const seconds = retryAfterSeconds(response) ?? secondsIn(body.message);
  return {
    waitMs: seconds === undefined ? undefined : seconds * 1000,
    allowed: allowedIn(body.limit),
  };
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(await response.text());
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function secondsIn(message: unknown): number | undefined {
  if (typeof message !== 'string') return undefined;
  const found = /\[?\b(\d{1,9})\b\]?\s*seconds?\b/iu.exec(message)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Only a limit by the minute: an error may name any other limit of the service. */
function allowedIn(limit: unknown): number | undefined {
  if (!isRecord(limit)) return undefined;
  const { key, value } = limit;
  if (typeof key !== 'string' || !key.endsWith('rate.per.minute')) return undefined;
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined;
}
