/** The picture of one source: looked for when it is wanted, and let go when another one is. */
import { untrack } from 'svelte';
import { FormatError, type Message, type Source } from '../core/index.ts';
import type { PagePicture, Services } from '../editor/services.ts';
import type { Session } from '../editor/session.svelte.ts';

export type FacsimileState =
  | { readonly at: 'none' }
  | { readonly at: 'looking' }
  /** No picture is kept; `name` where the source names one. */
  | { readonly at: 'missing'; readonly name: string | null }
  | { readonly at: 'undrawable'; readonly why: Message }
  | { readonly at: 'here'; readonly source: Source; readonly picture: PagePicture };

/** To be made while a component is: it follows `wanted` for as long as that lives. */
export class FacsimileOf {
  state = $state.raw<FacsimileState>({ at: 'none' });

  constructor(services: Services, session: Session, wanted: () => Source | null) {
    // By what was read: an edit makes no other source.
    const source = $derived(wanted());
    $effect(() => {
      const one = source;
      void session.picturesKept;
      if (!one) {
        this.state = { at: 'none' };
        return;
      }
      let over = false;
      let image: ImageBitmap | null = null;
      const say = (state: FacsimileState): void => {
        if (!over) this.state = state;
      };
      this.state = { at: 'looking' };
      services.picture(one).then(
        (picture) => {
          image = picture?.image ?? null;
          if (over) image?.close();
          say(picture ? { at: 'here', source: one, picture } : { at: 'missing', name: nameOf(one) });
        },
        (error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          const said = error instanceof FormatError ? error.said : { code: 'picture.not-read', params: { why } };
          say({ at: 'undrawable', why: said });
        },
      );
      return () => {
        over = true;
        // Nobody may draw what is closed.
        if (untrack(() => this.state.at) === 'here') this.state = { at: 'none' };
        image?.close();
      };
    });
  }
}

/** What the picture is called that the source was read from. */
const nameOf = ({ image, mediaType, name }: Source): string | null =>
  image ?? (mediaType === 'application/pdf' ? name.replace(/#page=\d+$/u, '') : null);
