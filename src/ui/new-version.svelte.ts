/** Whether a newer version of the app waits, as the interface shows it. main.ts sets it. */
export class NewVersion {
  waits = $state(false);
}
