/** One writer an edition over all tabs. Who does not hold the lock waits for it, and gets it when the writer closes or dies. */
import type { Surroundings } from './surroundings.ts';

export interface EditionLock {
  readonly held: boolean;
  /** Takes it from whoever has it. */
  steal(): Promise<boolean>;
  release(): void;
}

/** `onChange` is told of every change after the first answer. */
export async function lockEdition(
  locks: Surroundings['locks'],
  name: string,
  onChange: (held: boolean) => void,
): Promise<EditionLock> {
  if (!locks) return { held: true, steal: async () => true, release: () => undefined };
  let held = false;
  let ended = false;
  let letGo: () => void = () => undefined;
  let waiting = new AbortController();

  /** True once granted, false where refused. A lock that was granted and then taken away is told through `onChange`. */
  function request(options: LockOptions): Promise<boolean> {
    return new Promise((answer) => {
      let granted = false;
      const lost = (): void => {
        answer(false);
        if (!granted || ended) return;
        held = false;
        onChange(false);
        wait();
      };
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (!lock || ended) return void answer(false);
        granted = held = true;
        answer(true);
        return new Promise((resolve) => (letGo = resolve));
      };
      locks?.request(name, options, hold).catch(lost); // rejects when it is stolen from us or called off by us
    });
  }

  function wait(): void {
    waiting = new AbortController();
    void request({ signal: waiting.signal }).then((granted) => {
      if (granted && !ended) onChange(true);
    });
  }

  if (!(await request({ ifAvailable: true }))) wait();
  return {
    get held() {
      return held;
    },
    async steal() {
      if (held || ended) return held;
      waiting.abort();
      return request({ steal: true });
    },
    release() {
      ended = true;
      held = false;
      waiting.abort();
      letGo();
    },
  };
}
