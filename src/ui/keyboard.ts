/** From a key press to an action. Typing and composing are never disturbed. */
import { matchKeyBindingPress, parseKeybinding, type KeyBindingPress } from 'tinykeys';
import { ACTIONS } from '../editor/actions/index.ts';
import type { Action } from '../editor/actions/action.ts';
import type { Mode } from '../editor/session.svelte.ts';

interface Binding {
  readonly action: Action;
  readonly press: KeyBindingPress;
}

const BINDINGS: readonly Binding[] = ACTIONS.flatMap((action) =>
  (action.keys ?? []).flatMap((key) => parseKeybinding(key).map((press) => ({ action, press }))),
);

const REVIEW_BINDINGS = BINDINGS.toSorted(
  (a, b) => Number(b.action.where === 'review') - Number(a.action.where === 'review'),
);

const TYPING = /^(?:INPUT|TEXTAREA|SELECT)$/u;

/** A slider or a box to tick takes no letters. */
const CONTROLS = /^(?:range|checkbox|radio|button)$/u;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (TYPING.test(target.tagName) && !(target instanceof HTMLInputElement && CONTROLS.test(target.type))));

/** Is the focus where fragments are handled, so that arrows, Tab and Enter are theirs? Nowhere counts too. */
const onSheet = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || target === document.body || target.closest('[data-fragments]') !== null;

/** While boundaries are walked, keys that would change what is not seen do not hold. */
const inReview = ({ where, group, id }: Action): boolean =>
  where === 'review' || group === 'file' || group === 'view' || group === 'help' || /^(?:review|undo|redo)$/u.test(id);

const presses = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, a, summary') !== null;

/** Is a window open that will go by itself? What is asked for under it waits until then. */
export const isPassing = (): boolean => document.querySelector('dialog[open] [data-passing]') !== null;

/** The action of this key press here, if any. */
export function actionFor(event: KeyboardEvent, mode: Mode = 'build'): Action | null {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return null;
  if (document.querySelector('dialog[open]') && !(isPassing() && (event.ctrlKey || event.metaKey))) return null;
  const typing = isTyping(event.target);
  for (const { action, press } of mode === 'review' ? REVIEW_BINDINGS : BINDINGS) {
    if (!matchKeyBindingPress(event, press)) continue;
    if (mode === 'review' ? !inReview(action) || presses(event) : action.where === 'review') continue;
    if (typing && !(event.ctrlKey || event.metaKey)) continue;
    if (typing && action.group !== 'file' && action.group !== 'help') continue;
    if (action.where === 'sheet' && !onSheet(event.target)) continue;
    return action;
  }
  return null;
}

/** What moves the focus or calls off is heard at once, and so is what belongs to the browser. */
const AT_ONCE = /^(?:Tab|Escape|Control|Shift|Alt|Meta|CapsLock|F\d+)$/u;

/** Can this key press wait while an edition is on its way? Not where something else hears it. */
export function canWait(event: KeyboardEvent, action: Action | null): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (event.key === 'Tab' || event.key === 'Escape' || isTyping(event.target) || presses(event)) return false;
  if (document.querySelector('dialog[open]') && !isPassing()) return false;
  return action !== null || !(event.ctrlKey || event.metaKey || event.altKey || AT_ONCE.test(event.key));
}

/** Presses a key again that has waited, where the focus now is. */
export function pressAgain({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): void {
  const init = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
}

const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform);

const NAMES: Readonly<Record<string, string>> = {
  $mod: MAC ? '⌘' : 'Ctrl',
  Alt: MAC ? '⌥' : 'Alt',
  Shift: MAC ? '⇧' : 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Digit0: '0',
  Digit1: '1',
  Digit2: '2',
  Space: '␣',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
};

/** A binding as its keys are named to the user: ["Ctrl", "K"]. */
export const keyNames = (binding: string): string[] =>
  binding.split(/(?<=.)\+/u).map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part));

/** What the empty places say to press: the engine does it all. */
export const reconstructKeys = keyNames(ACTIONS.find((a) => a.id === 'reconstruct')?.keys?.[0] ?? '').join('+');
