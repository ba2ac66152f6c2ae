import { createHash } from 'node:crypto';
import type { Random } from '../random';

export interface CodeRequest {
  clientId: string;
  redirectUri: string;
  /** BASE64URL(SHA256(code_verifier)), as PKCE has it. */
  challenge: string;
}

const lifetimeMs = 60_000;

/** Authorization codes: each can be redeemed once, and soon. */
export class Codes {
  readonly #random: Random;
  readonly #now: () => number;
  readonly #pending = new Map<string, CodeRequest & { expires: number }>();

  constructor(random: Random, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  issue(request: CodeRequest): string {
    const code = this.#random.uuid();
    this.#pending.set(code, { ...request, expires: this.#now() + lifetimeMs });
    return code;
  }

  /** Why the code is worth nothing, or nothing when it is good; it is spent either way. */
  redeem(
    code: string,
    given: { clientId: string; redirectUri: string; verifier: string },
  ): string | undefined {
    const issued = this.#pending.get(code);
    this.#pending.delete(code);
    if (issued === undefined) return 'The code is unknown or was used before';
    if (this.#now() >= issued.expires) return 'The code has expired';
    if (issued.clientId !== given.clientId) return 'The code was given to another client';
    if (issued.redirectUri !== given.redirectUri) {
      return 'redirect_uri is not the one that the code was sent to';
    }
    if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(given.verifier)) {
      return 'code_verifier must be 43 to 128 unreserved characters';
    }
    if (challengeOf(given.verifier) !== issued.challenge) {
      return 'code_verifier does not match code_challenge';
    }
    return undefined;
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
