import type { CanvasPointer } from '../scene.ts';

/** A tool is a small state machine over pointer events. It writes the session's preview and runs at most one command at the end. */
export interface Tool {
  pointer(event: CanvasPointer): void;
  /** Escape, or another tool was taken. Answers whether there was something to call off. */
  cancel(): boolean;
}
