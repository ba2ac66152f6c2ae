import { ExponentialBackoff, handleWhenResult, type IBackoffFactory, retry } from 'cockatiel';
import { type Clock, steadyClock } from './clock';
import { isAbort, isTimeout } from './errors';
import { RateGauge } from './rateGauge';
import { readRateRefusal } from './rateRefusal';

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

/** The service gives up by itself (504) well before this: what says nothing for so long never will. */
const LONGEST_SILENCE_MS = 90_000;
const ATTEMPTS_AFTER_FAILURE = 3;

const defaultBackoff = new ExponentialBackoff({ initialDelay: 400, maxDelay: 8_000 });

/**
 * Sends requests under the rate limit and repeats them where that is safe: after a 429 any request (the service did
 * not carry it out) until it is taken or called off, after a 5xx or a lost connection only reads (a write may have been
 * carried out), and a few times.
 */
export function createTransport(options: TransportOptions = {}) {
  const send = options.send ?? ((request: Request) => globalThis.fetch(request));
  const gauge = options.gauge ?? new RateGauge(options.clock ?? steadyClock);
  const timeoutMs = options.timeoutMs ?? LONGEST_SILENCE_MS;

  /** A refused request takes another turn, which comes when the wait asked for is over, however often that takes. */
  async function sendUnderLimit(request: Request, work?: string): Promise<Response> {
    for (;;) {
      const place = await gauge.turn(request.signal, work);
      let response: Response;
      try {
        response = await answerInTime(request, send, timeoutMs);
      } catch (error) {
        gauge.lost(place);
        throw error;
      }
      if (response.status !== 429) {
        gauge.answered(place, response.headers);
        return response;
      }
      gauge.refused(place, await readRateRefusal(response));
    }
  }

  const retryReads = retry(
    handleWhenResult((result) => result instanceof Response && isServerTrouble(result)).orWhen(
      (error) => !isAbort(error) && !isTimeout(error),
    ),
    { maxAttempts: ATTEMPTS_AFTER_FAILURE - 1, backoff: options.backoff ?? defaultBackoff },
  );

  /** A fetch for requests of a work, or for single ones. */
  function fetchFor(work?: string) {
    return (request: Request): Promise<Response> =>
      isRead(request)
        ? retryReads.execute(() => sendUnderLimit(request, work), request.signal)
        : sendUnderLimit(request, work);
  }

  return { gauge, fetchFor };
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
