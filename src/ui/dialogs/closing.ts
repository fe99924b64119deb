/** How a dialog is left. */
export interface Closing {
  /** Closes it; `then` is run when it is gone and the focus is back. */
  readonly close: (then?: () => void) => void;
  /** The dialog element has closed, by whatever way. */
  readonly onclose: () => void;
}
