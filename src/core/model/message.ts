/** A sentence to be said in the user's language: a code of `core/messages.ts` and what fills its gaps. */
export interface Message {
  readonly code: string;
  readonly params?: { readonly [name: string]: string | number };
}
