// Steps that keys and buttons share: what to open, and where to go after it.
import type { ConsoleModel } from '../console-model.ts';
import type { ThreadModel } from '../models/thread-model.ts';

/** Opens the dialog that ends the conversation. */
export function beginResolve({ resolving, layout }: ConsoleModel, thread: ThreadModel): void {
  const { inside } = thread.conversation.value;
  const read = inside.intents[0] ?? inside.readings.at(-1)?.intents[0]?.id;
  resolving.begin(thread.id, read, thread.seq());
  layout.dialog.value = 'resolve';
}

/** After a conversation is ended: an own one with something unread, any own one, else the first in line to look at. */
export function openNext({ queue, threads }: ConsoleModel, after: string): void {
  const mine = queue.mine.value.filter((row) => row.conversation !== after);
  const unread = mine.find((row) => (threads.held.value.get(row.conversation)?.unread.value ?? 0) > 0);
  const waiting = queue.waiting.value.find((row) => row.conversation !== after);
  threads.select((unread ?? mine[0] ?? waiting)?.conversation);
}

/** One's own, and for a supervisor any that has not ended. */
export function mayHandOn({ profile }: ConsoleModel, thread: ThreadModel): boolean {
  const { status, agent } = thread.conversation.value.view;
  const me = profile.value?.agent;
  if (status === 'claimed' && agent?.id === me?.id) return true;
  return me?.supervisor === true && status !== 'resolved';
}

/** A supervisor has a word with the agent who has the conversation. */
export function mayWhisper({ profile }: ConsoleModel, thread: ThreadModel): boolean {
  const { status, agent } = thread.conversation.value.view;
  const me = profile.value?.agent;
  return me?.supervisor === true && status === 'claimed' && agent?.id !== me.id;
}

/** Opens the supervisor's view, or closes it. */
export function turnFloor({ floor, threads, profile }: ConsoleModel): void {
  if (!profile.value?.agent.supervisor) return;
  const opens = !floor.open.value;
  if (opens) threads.select(undefined);
  floor.open.value = opens;
}

/** Puts a suggested article into the reply; only in one's own conversation. */
export function insertArticle(desk: ConsoleModel, thread: ThreadModel, at: number): void {
  const { view } = thread.conversation.value;
  const article = desk.suggestions.articles.value?.[at];
  if (!article || view.agent?.id !== desk.profile.value?.agent.id) return;
  const { reply } = desk.drafts.of(thread.id);
  const link = article.url ? `[${article.title}](${article.url})` : article.title;
  desk.drafts.write(thread.id, 'reply', reply ? `${reply} ${link}` : link);
  requestAnimationFrame(focusComposer);
}

/** Changes how many conversations one takes at a time. */
export async function changeCapacity({ presence, notices }: ConsoleModel, by: number): Promise<void> {
  const { on, capacity } = presence.own.value;
  const answer = await presence.set({ on, capacity: capacity + by });
  if (!answer.ok) notices.fail(answer.error);
}

/** Moves along the left column as it stands on screen; `by` is 1 or -1. */
export function stepConversation({ queue, find, threads }: ConsoleModel, by: number): void {
  const listed = queue.sections.value.flatMap((section) => section.rows.map((row) => row.conversation));
  // What the server found stands below the rows, without those that are among them.
  const found = (find.found.value ?? []).map((row) => row.conversation);
  const rows = [...listed, ...found.filter((id) => !listed.includes(id))];
  if (rows.length === 0) return;
  const at = rows.indexOf(threads.selected.value ?? '');
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  threads.select(rows[next]);
}

/** The id of the button that leads to a thread's end, while one reads further up. */
export const latestId = 'thread-latest';

/** The id of the composer's text, for keys that lead there. */
export const composerId = 'composer-text';

/** Puts the cursor into the composer, at its end. */
export function focusComposer(): void {
  const text = document.getElementById(composerId);
  if (!(text instanceof HTMLTextAreaElement)) return;
  text.focus();
  text.setSelectionRange(text.value.length, text.value.length);
}
