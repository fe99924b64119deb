/** What the user asks for while an edition is on its way is not refused, but done once it is here. */
export class Opening {
  #running = 0;
  #waiting: (() => void)[] = [];
  readonly #isOpen: () => boolean;

  constructor(isOpen: () => boolean) {
    this.#isOpen = isOpen;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Does something wait? What is asked for after it has its turn after it. */
  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running++;
    try {
      return await work();
    } finally {
      this.#running--;
      const waiting = this.#running ? [] : this.#waiting.splice(0);
      if (this.#isOpen()) for (const then of waiting) then();
    }
  }

  /** Runs it once what is on its way is open; where nothing opens it is forgotten, for the failure is said. */
  after(then: () => void): void {
    this.#waiting.push(then);
  }
}
