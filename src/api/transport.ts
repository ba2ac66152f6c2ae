import { ExponentialBackoff, handleWhenResult, type IBackoffFactory, retry } from 'cockatiel';
import { isAbort, isTimeout, retryAfterSeconds } from './errors';
import { type Clock, RateGauge, steadyClock } from './rateGauge';

export interface TransportOptions {
  /** How a request is really sent; the browser's fetch unless a test says otherwise. */
  send?: (request: Request) => Promise<Response>;
  clock?: Clock;
  gauge?: RateGauge;
  /** The pause before a read is repeated; exponential with jitter unless a test says otherwise. */
  backoff?: IBackoffFactory<unknown>;
  /** How long to wait for the beginning of an answer. */
  timeoutMs?: number;
}

/** A 429 without Retry-After waits this long. */
const DEFAULT_WAIT_MS = 5_000;
/** A service that asks for a longer wait than this gets its error shown instead. */
const LONGEST_WAIT_MS = 120_000;
/** The service gives up by itself (504) well before this: what says nothing for so long never will. */
const LONGEST_SILENCE_MS = 90_000;
const ATTEMPTS_AFTER_REFUSAL = 5;
const ATTEMPTS_AFTER_FAILURE = 3;

const defaultBackoff = new ExponentialBackoff({ initialDelay: 400, maxDelay: 8_000 });

/**
 * Sends requests under the rate limit and repeats them where that is safe: after a 429 any request (the service did
 * not carry it out), after a 5xx or a lost connection only reads (a write may have been carried out).
 */
export function createTransport(options: TransportOptions = {}) {
  const send = options.send ?? ((request: Request) => globalThis.fetch(request));
  const gauge = options.gauge ?? new RateGauge(options.clock ?? steadyClock);
  const timeoutMs = options.timeoutMs ?? LONGEST_SILENCE_MS;

  async function sendOnce(request: Request): Promise<Response> {
    await gauge.turn(request.signal);
    try {
      const response = await answerInTime(request, send, timeoutMs);
      gauge.answered(response.headers);
      return response;
    } catch (error) {
      gauge.lost();
      throw error;
    }
  }

  /** A refused request takes another turn, which comes when the wait asked for is over. */
  async function sendUnderLimit(request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const response = await sendOnce(request);
      if (response.status !== 429 || attempt > ATTEMPTS_AFTER_REFUSAL) return response;
      const asked = (retryAfterSeconds(response) ?? DEFAULT_WAIT_MS / 1000) * 1000;
      if (asked > LONGEST_WAIT_MS) return response;
      // Tabs that were refused together must not come back together.
      gauge.refused(asked + Math.random() * Math.min(asked * 0.2 + 50, 1_000));
    }
  }

  const retryReads = retry(
    handleWhenResult((result) => result instanceof Response && isServerTrouble(result)).orWhen(
      (error) => !isAbort(error) && !isTimeout(error),
    ),
    { maxAttempts: ATTEMPTS_AFTER_FAILURE - 1, backoff: options.backoff ?? defaultBackoff },
  );

  return {
    gauge,
    fetch: (request: Request): Promise<Response> =>
      isRead(request)
        ? retryReads.execute(() => sendUnderLimit(request), request.signal)
        : sendUnderLimit(request),
  };
}

/** Sends a copy of the request, and gives it up when no answer begins in time. */
async function answerInTime(
  request: Request,
  send: (request: Request) => Promise<Response>,
  timeoutMs: number,
): Promise<Response> {
  const controller = new AbortController();
  const cancel = () => controller.abort(request.signal.reason);
  if (request.signal.aborted) cancel();
  request.signal.addEventListener('abort', cancel, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException(`No answer within ${timeoutMs / 1000} s`, 'TimeoutError');
      reject(error);
      controller.abort(error);
    }, timeoutMs);
  });
  try {
    const copy = new Request(request.clone(), { signal: controller.signal });
    return await Promise.race([send(copy), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function isServerTrouble(response: Response): boolean {
  return response.status >= 500 || response.status === 408;
}

/** Several reads of the service are POSTs, as they carry a list; one POST and the DELETE change something. */
function isRead(request: Request): boolean {
  if (request.method === 'GET') return true;
  return (
    request.method === 'POST' && !new URL(request.url).pathname.endsWith('/license/organization')
  );
}
