/** Beats as fast as the page lets it; the longest pause is the longest time for which the page was busy. */
export class Pulse {
  readonly #channel = new MessageChannel();
  #last = performance.now();
  #longest = 0;

  constructor() {
    this.#channel.port1.addEventListener('message', () => this.#beat());
    this.#channel.port1.start();
    this.#beat();
  }

  async started(): Promise<void> {
    await aMoment();
    this.#longest = 0;
  }

  async stop(): Promise<number> {
    await aMoment();
    this.#channel.port1.close();
    return this.#longest;
  }

  #beat(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
    this.#channel.port2.postMessage(0);
  }
}

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
