import { pairKey } from '@/model/plan';
import { type Batch, waitingInOrder } from './batches';
import type { JobPair } from './job';

/** Whether a change can be sent, as far as the changes go that it needs: `waits` for those without a last word. */
type Readiness = 'ready' | 'waits' | { readonly missing: string };

interface SendQueueOptions {
  readonly pairs: readonly JobPair[];
  /** Whether a pair will be looked at again, so that its state is not its last word. */
  readonly isFollowed: (number: number) => boolean;
  /** Told of a pair that is not sent, for want of what it needs. */
  readonly onHeld: (number: number, missing: string) => void;
}

/** What is still to be sent, in order: stage by stage, and nothing before what it needs is in place. */
export class SendQueue {
  readonly #options: SendQueueOptions;
  readonly #numbers: readonly number[];
  #next = 0;
  /** To be sent before anything else, each as it is: the halves of a request that was refused. */
  readonly #halves: Batch[] = [];
  /** To be sent again, or taken up again. */
  #again: number[] = [];
  /** Taken from the queue, and waiting for what they need. */
  #waiting: number[] = [];
  #numberOf: Map<string, number> | undefined;

  constructor(options: SendQueueOptions) {
    this.#options = options;
    this.#numbers = waitingInOrder(options.pairs);
  }

  /** The next batch, of one stage; empty where there is nothing that can be sent now. */
  take(size: number): number[] {
    const half = this.#halves.pop();
    if (half) return [...half];
    const batch: number[] = [];
    let stage: number | undefined;
    while (batch.length < size) {
      const number = this.#again[0] ?? this.#numbers[this.#next];
      if (number === undefined) break;
      const pair = this.#pair(number);
      if (stage !== undefined && pair.stage !== stage) break;
      if (this.#again.length > 0) this.#again.shift();
      else this.#next += 1;
      if (pair.state !== 'planned') continue;
      const readiness = this.#readiness(pair);
      if (readiness === 'ready') {
        batch.push(number);
        stage = pair.stage;
      } else if (readiness === 'waits') {
        this.#waiting.push(number);
      } else {
        this.#options.onHeld(number, readiness.missing);
      }
    }
    return batch;
  }

  halve(numbers: readonly number[]): void {
    const middle = Math.ceil(numbers.length / 2);
    for (const half of [numbers.slice(middle), numbers.slice(0, middle)]) {
      if (half.length > 0) this.#halves.push(half);
    }
  }

  sendAgain(numbers: readonly number[]): void {
    this.#again = this.#inOrder([...this.#again, ...numbers]);
  }

  /** Call it when pairs got their last word: others may have waited for that. */
  wake(): void {
    if (this.#waiting.length === 0) return;
    this.#again = this.#inOrder([...this.#again, ...this.#waiting]);
    this.#waiting = [];
  }

  #inOrder(numbers: number[]): number[] {
    return numbers.sort((a, b) => this.#pair(a).stage - this.#pair(b).stage || a - b);
  }

  #readiness({ userId, needs }: JobPair): Readiness {
    let waits = false;
    for (const licenseId of needs) {
      const number = this.#find(pairKey({ userId, licenseId }));
      // What is not among the changes was there when they were planned.
      if (number === undefined) continue;
      const { state } = this.#pair(number);
      if (state === 'done' || state === 'alreadySo') continue;
      const isOpen = state === 'planned' || state === 'sent' || this.#options.isFollowed(number);
      if (!isOpen) return { missing: licenseId };
      waits = true;
    }
    return waits ? 'waits' : 'ready';
  }

  #find(key: string): number | undefined {
    this.#numberOf ??= new Map(
      this.#options.pairs.map((pair, number) => [pairKey(pair), number] as const),
    );
    return this.#numberOf.get(key);
  }

  #pair(number: number): JobPair {
    const pair = this.#options.pairs[number];
    if (!pair) throw new RangeError(`The job has no pair ${number}`);
    return pair;
  }
}
