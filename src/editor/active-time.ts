/** How long somebody worked on an edition: the time between one touch and the next, where the next came soon. */
import type { TimeSpent } from '../core/index.ts';
import type { Mode } from './session.svelte.ts';

/** Who does not touch anything for a minute is elsewhere. */
const IDLE = 60_000;

export const NO_TIME: TimeSpent = { build: 0, review: 0, read: 0 };

export class ActiveTime {
  spent: TimeSpent;
  #last: number | null = null;

  constructor(spent: TimeSpent = NO_TIME) {
    this.spent = spent;
  }

  touch(now: number, mode: Mode): void {
    const since = this.#last === null ? 0 : now - this.#last;
    this.#last = now;
    if (since > 0 && since < IDLE) this.spent = { ...this.spent, [mode]: this.spent[mode] + since };
  }
}
