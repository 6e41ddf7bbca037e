// Whether the sheet with conversations and language covers the thread. The button in the header,
// the sheet and what is in it agree by this.
import { signal } from '@preact/signals-core';

export const sheetShown = signal(false);

/** Back to the conversation: `to` is what has the caret or the focus then. */
export function leaveSheet(to: string): void {
  sheetShown.value = false;
  // Once what was covered is there again.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(to)?.focus());
}
