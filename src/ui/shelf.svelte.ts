/** The editions that are kept here, as the start screen lists them. main.ts wires it to the storage. */
export interface ShelfCard {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly forReview?: true;
  readonly pages: number;
  readonly characters: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

export class Shelf {
  recents = $state.raw<readonly ShelfCard[]>([]);
  bin = $state.raw<readonly ShelfCard[]>([]);
  loading = $state(true);
  persistent = $state(true);
  open: (id: string) => void = () => undefined;
  remove: (id: string) => void = () => undefined;
  restore: (id: string) => void = () => undefined;
}
