import { SessionOver } from '@/api/errors';

/** How long the requests of a session may go on: each session has a signal, which aborts with a {@link SessionOver}. */
export class SessionLife {
  #sessionId: string | undefined;
  #controller = new AbortController();

  begin(sessionId: string): void {
    this.end();
    this.#sessionId = sessionId;
    this.#controller = new AbortController();
  }

  end(): void {
    this.#sessionId = undefined;
    this.#controller.abort(new SessionOver());
  }

  /** Aborted already where that session is over, or never was. */
  of(sessionId: string): AbortSignal {
    return this.#sessionId === sessionId
      ? this.#controller.signal
      : AbortSignal.abort(new SessionOver());
  }
}
