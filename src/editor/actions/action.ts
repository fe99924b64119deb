/** What a user can ask for: a key, a button, a line of the palette. To add one: a line in a file here, and its registry entry. */
import type { Call, Message } from '../../core/index.ts';
import type { Editor } from '../editor.svelte.ts';
import type { Services } from '../services.ts';

export interface Context {
  readonly editor: Editor;
  readonly services: Services;
}

export type Group =
  | 'file'
  | 'edit'
  | 'select'
  | 'role'
  | 'text'
  | 'place'
  | 'article'
  | 'continuation'
  | 'suggestion'
  | 'finding'
  | 'compare'
  | 'review'
  | 'page'
  | 'view'
  | 'help';

export interface Action {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly group: Group;
  /** In tinykeys' notation; $mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[];
  /**
   * `sheet`: its keys hold only while the sheet, the tray or the outline has the focus, for they mean other things elsewhere.
   * `review`: they hold while boundaries are walked, and there before all others.
   */
  readonly where?: 'anywhere' | 'sheet' | 'review';
  /** True, or the sentence that greys it. */
  readonly check: (context: Context) => true | Message;
  readonly run: (context: Context) => void | Promise<void>;
}

export const always = (): true => true;
export const isOpen = ({ editor }: Context): true | Message => (editor.isOpen ? true : { code: 'refuse.no-edition' });

export const someSelected = ({ editor }: Context): true | Message =>
  !editor.isOpen
    ? { code: 'refuse.no-edition' }
    : editor.session.selection.size
      ? true
      : { code: 'refuse.nothing-selected' };

/** Is there one fragment in hand whose text can be changed? */
export const oneToChange = ({ editor }: Context): true | Message =>
  !editor.isOpen
    ? { code: 'refuse.no-edition' }
    : editor.readOnly
      ? { code: 'refuse.read-only' }
      : editor.current
        ? true
        : { code: 'refuse.select-one' };

/** An action that runs one command made from the state, or refuses as the command does. */
export const commanding = (
  make: (context: Context) => Call | Message,
  after?: (context: Context) => void,
): Pick<Action, 'check' | 'run'> => ({
  check(context) {
    if (!context.editor.isOpen) return { code: 'refuse.no-edition' };
    const made = make(context);
    return 'code' in made ? made : context.editor.check(made);
  },
  run(context) {
    const made = make(context);
    if ('code' in made) context.editor.refuse(made);
    else if (context.editor.run(made).ok) after?.(context);
  },
});
