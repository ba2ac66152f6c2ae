import type { ApiError } from './errors';
import { NEEDED } from './neededPermissions';

export type PermissionAnswer = 'yes' | 'no' | 'unknown';

/** What the answers of the service have taught about permissions. It is newer than any list, and goes before it. */
export class PermissionBook {
  readonly #learned = new Map<string, 'yes' | 'no'>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getVersion = (): number => this.#version;

  learned(permission: string): 'yes' | 'no' | undefined {
    return this.#learned.get(permission);
  }

  /** Where one permission alone opens an operation, an answer shows that it is there. */
  answered(operation: string): void {
    const [only, ...others] = NEEDED[operation] ?? [];
    if (only && others.length === 0) this.#learn([only], 'yes');
  }

  /** Of several that are needed together, it is not known which are missing. */
  refused({ refusal }: ApiError): void {
    if (refusal?.kind !== 'permission') return;
    const { permissions, needed } = refusal;
    if (needed === 'any' || permissions.length === 1) this.#learn(permissions, 'no');
  }

  forget(): void {
    this.#learned.clear();
    this.#changed();
  }

  #learn(permissions: readonly string[], answer: 'yes' | 'no'): void {
    const news = permissions.filter((permission) => this.#learned.get(permission) !== answer);
    if (news.length === 0) return;
    for (const permission of news) this.#learned.set(permission, answer);
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
