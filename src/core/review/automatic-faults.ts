/** What the automatic start got wrong, read out of the history: what was turned down, and what was changed after it was taken. */
import type { Patch } from 'immer';
import type { History } from '../history.ts';

export const FAULT_KINDS = ['cut', 'text', 'role', 'article', 'place'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly fragmentId: string;
  /** Of roles: what was proposed and what it became. */
  readonly was?: string;
  readonly is?: string;
}

export interface AutomaticFaults {
  /** Suggestions that were turned down. */
  readonly rejected: number;
  /** How many fragments it set, and how many of them were changed afterwards, by kind. */
  readonly kinds: readonly { readonly kind: FaultKind; readonly set: number; readonly changed: number }[];
  readonly faults: readonly Fault[];
}

const KIND_OF: Readonly<Record<string, FaultKind>> = {
  spans: 'cut',
  corrected: 'text',
  role: 'role',
  article: 'article',
  placement: 'place',
};

interface Touch {
  readonly fragment: string;
  readonly kind: FaultKind;
  readonly value: unknown;
}

/** What a patch sets: one property of a fragment, or a whole fragment. */
function touches({ path, op, value }: Patch): Touch[] {
  if (path[0] !== 'fragments' || path.length < 3) return [];
  const fragment = String(path[2]);
  const property = path[3];
  if (property !== undefined) {
    const kind = KIND_OF[String(property)];
    return kind ? [{ fragment, kind, value: path.length === 4 ? value : undefined }] : [];
  }
  if (op === 'remove') return [{ fragment, kind: 'cut', value: undefined }];
  const whole = (value ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(KIND_OF)
    .filter(([key]) => key in whole)
    .map(([key, kind]) => ({ fragment, kind, value: whole[key] }));
}

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Only what is still in the history is known: a thousand steps. */
export function automaticFaults(history: History): AutomaticFaults {
  const set = new Map<string, Touch>();
  const changed = new Map<string, Fault>();
  let rejected = 0;
  for (const { origin, patches } of history.done)
    for (const patch of patches) {
      if (origin === 'user' && patch.path[0] === 'dismissed' && patch.op === 'add') rejected++;
      for (const touch of touches(patch)) {
        const key = `${touch.fragment} ${touch.kind}`;
        if (origin === 'suggestion') {
          set.set(key, touch);
          changed.delete(key);
          continue;
        }
        const proposed = set.get(key);
        if (!proposed) continue;
        const was = touch.kind === 'role' ? word(proposed.value) : undefined;
        const is = touch.kind === 'role' ? word(touch.value) : undefined;
        if (was !== undefined && was === is) changed.delete(key);
        else
          changed.set(key, {
            kind: touch.kind,
            fragmentId: touch.fragment,
            ...(was === undefined ? {} : { was }),
            ...(is === undefined ? {} : { is }),
          });
      }
    }
  const faults = [...changed.values()];
  return {
    rejected,
    kinds: FAULT_KINDS.map((kind) => ({
      kind,
      set: [...set.values()].filter((touch) => touch.kind === kind).length,
      changed: faults.filter((fault) => fault.kind === kind).length,
    })),
    faults,
  };
}
