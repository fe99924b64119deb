/** What every component may ask for: the editor, the outside world, and words in the user's language. */
import { getContext, setContext } from 'svelte';
import { actionOf } from '../editor/actions/index.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Services } from '../editor/services.ts';
import { translate, type StringKey } from './strings/index.ts';

export interface App {
  readonly editor: Editor;
  readonly services: Services;
  /** The interface's words. Read inside markup or `$derived`, so that a change of language shows at once. */
  readonly t: (key: StringKey, params?: Readonly<Record<string, string | number>>) => string;
  /** Runs an action, or says why not. */
  readonly act: (id: string) => void;
  /** Null where the action can be done, else the sentence that says why not. */
  readonly why: (id: string) => string | null;
}

const KEY = Symbol('app');

export function makeApp(editor: Editor, services: Services): App {
  return {
    editor,
    services,
    t: (key, params) => translate(editor.preferences.language, key, params),
    act(id) {
      const action = actionOf(id);
      const context = { editor, services };
      const allowed = action.check(context);
      if (allowed === true) void action.run(context);
      else editor.refuse(allowed);
    },
    why(id) {
      const allowed = actionOf(id).check({ editor, services });
      return allowed === true ? null : editor.say(allowed);
    },
  };
}

export const provideApp = (app: App): App => setContext(KEY, app);
export const useApp = (): App => getContext<App>(KEY);
