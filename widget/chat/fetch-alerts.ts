// Fetches answer-alerts.ts once it is wanted: by what the customer chose before, by the site, or by a press.
import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { FirstKey, Words } from '../ui/words.ts';
import type { AnswerAlerts } from './answer-alerts.ts';
import type { Chat } from './chat-model.ts';

const here = signal<AnswerAlerts>();
let wanted = false;

/** Undefined until they are here. */
export const answerAlerts: ReadonlySignal<AnswerAlerts | undefined> = here;

/** Without a network it is tried again with the next conversation, or the next look at the buttons. */
export function fetchAlerts(chat: Chat, words: ReadonlySignal<Words<FirstKey>>): void {
  if (wanted) return;
  wanted = true;
  import('./answer-alerts.ts').then(
    ({ createAnswerAlerts }) => {
      here.value = createAnswerAlerts(chat, words);
    },
    () => {
      wanted = false;
    },
  );
}

/** Where they are wanted already, as soon as there is a conversation. */
export function alertsWhenWanted(chat: Chat, words: ReadonlySignal<Words<FirstKey>>): void {
  effect(() => {
    if (chat.conversation.value && (chat.config.notify?.sound || chat.memory.value.alerts()))
      fetchAlerts(chat, words);
  });
}
