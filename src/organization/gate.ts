/** Lets everyone through; once it is shut, everyone waits until it is opened. */
export class Gate {
  #waiting: Promise<void> | undefined;
  #letThrough: () => void = () => undefined;

  get isShut(): boolean {
    return this.#waiting !== undefined;
  }

  shut(): void {
    this.#waiting ??= new Promise((resolve) => {
      this.#letThrough = resolve;
    });
  }

  open(): void {
    this.#letThrough();
    this.#waiting = undefined;
  }

  /** Resolves when the way is free. */
  async passed(): Promise<void> {
    while (this.#waiting) await this.#waiting;
  }
}
