import type { Random } from '../random';

/** The OAuth client that a token was given to. */
export interface TokenClient {
  id: string;
  /** What the client may do; without a list, what the sandbox lets its clients do. */
  scopes?: readonly string[];
}

interface Token {
  client: TokenClient;
  expires: number;
}

/** The client of tokens that were not asked for by one. */
export const defaultClientId = 'sandbox';

/** The bearer tokens of the sandbox; all stand for the one administrator. */
export class Tokens {
  readonly lifetimeSeconds: number;
  readonly #random: Random;
  readonly #now: () => number;
  readonly #tokens = new Map<string, Token>();

  constructor(random: Random, now: () => number, lifetimeSeconds: number) {
    this.#random = random;
    this.#now = now;
    this.lifetimeSeconds = lifetimeSeconds;
  }

  issue(client: TokenClient = { id: defaultClientId }): string {
    const token = `sandbox-${this.#random.uuid()}${this.#random.uuid()}`.replaceAll('-', '_');
    this.#tokens.set(token, { client, expires: this.#now() + this.lifetimeSeconds * 1000 });
    return token;
  }

  isValid(token: string): boolean {
    return this.#now() < this.expiresAt(token);
  }

  /** The client of a token, nothing for one that is not valid. */
  clientOf(token: string): TokenClient | undefined {
    return this.isValid(token) ? this.#tokens.get(token)?.client : undefined;
  }

  /** Milliseconds since the epoch; 0 for a token that is not known. */
  expiresAt(token: string): number {
    return this.#tokens.get(token)?.expires ?? 0;
  }

  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  revokeAll(): void {
    this.#tokens.clear();
  }

  expireAll(): void {
    for (const token of this.#tokens.values()) token.expires = this.#now();
  }
}
