// Steps that keys and buttons share: what to open, and where to go after it.
import type { ConsoleModel } from '../console-model.ts';
import type { ThreadModel } from '../models/thread-model.ts';

/** Opens the dialog that ends the conversation. */
export function beginResolve({ resolving, layout }: ConsoleModel, thread: ThreadModel): void {
  const { inside } = thread.conversation.value;
  const read = inside.intents[0] ?? inside.readings.at(-1)?.intents[0]?.id;
  resolving.begin(thread.id, read);
  layout.dialog.value = 'resolve';
}

/** After a conversation is ended: an own one with something unread, any own one, else the first in line to look at. */
export function openNext({ queue, threads }: ConsoleModel, after: string): void {
  const mine = queue.mine.value.filter((row) => row.conversation !== after);
  const unread = mine.find((row) => (threads.held.value.get(row.conversation)?.unread.value ?? 0) > 0);
  const waiting = queue.waiting.value.find((row) => row.conversation !== after);
  threads.select((unread ?? mine[0] ?? waiting)?.conversation);
}

/** Moves along the left column as it stands on screen; `by` is 1 or -1. */
export function stepConversation({ queue, threads }: ConsoleModel, by: number): void {
  const rows = queue.sections.value.flatMap((section) => section.rows);
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row.conversation === threads.selected.value);
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  threads.select(rows[next]!.conversation);
}

/** The id of the composer's text, for keys that lead there. */
export const composerId = 'composer-text';

/** Puts the cursor into the composer, at its end. */
export function focusComposer(): void {
  const text = document.getElementById(composerId);
  if (!(text instanceof HTMLTextAreaElement)) return;
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}
