import type { Random } from '../random';

/** The bearer tokens of the sandbox; all stand for the one administrator. */
export class Tokens {
  readonly lifetimeSeconds: number;
  readonly #random: Random;
  readonly #now: () => number;
  readonly #expiry = new Map<string, number>();

  constructor(random: Random, now: () => number, lifetimeSeconds: number) {
    this.#random = random;
    this.#now = now;
    this.lifetimeSeconds = lifetimeSeconds;
  }

  issue(): string {
    const token = `sandbox-${this.#random.uuid()}${this.#random.uuid()}`.replaceAll('-', '_');
    this.#expiry.set(token, this.#now() + this.lifetimeSeconds * 1000);
    return token;
  }

  isValid(token: string): boolean {
    return this.#now() < this.expiresAt(token);
  }

  /** Milliseconds since the epoch; 0 for a token that is not known. */
  expiresAt(token: string): number {
    return this.#expiry.get(token) ?? 0;
  }

  revoke(token: string): void {
    this.#expiry.delete(token);
  }

  revokeAll(): void {
    this.#expiry.clear();
  }

  expireAll(): void {
    for (const token of this.#expiry.keys()) this.#expiry.set(token, this.#now());
  }
}
