/** How the work is kept, as the interface shows it. main.ts wires it to the storage. */
export type KeepingState = 'saved' | 'saving' | 'failed' | 'memory' | 'follower';

export class Keeping {
  state = $state<KeepingState>('saved');
  /** Milliseconds since 1970 of the last acknowledged step. */
  savedAt = $state<number | null>(null);
  why = $state('');
  /** Steps acknowledged by the storage in this session. */
  acknowledged = $state(0);
  takeOver: (() => Promise<void>) | null = $state.raw(null);
}
