// What calls an agent back to the desk: the title's count, one sound, one notification. It hears of the queue and
// of the agent's own threads, and tells new work from what was there before.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BrowserStorage } from '../../ui/browser-storage.ts';
import type { ConsoleWords } from '../words/console-words.ts';
import type { Summons } from './console-ports.ts';
import type { QueueModel } from './queue-model.ts';
import type { ThreadsModel } from './threads-model.ts';

export interface AttentionModel {
  /** Waiting customers and own conversations with something unread. */
  count: ReadonlySignal<number>;
  muted: Signal<boolean>;
  /** Begins to listen; answers with a call that stops it. */
  start(): () => void;
}

const mutedKey = 'handrail.desk.muted';

export function createAttentionModel(
  summons: Summons,
  kept: BrowserStorage,
  words: ConsoleWords,
  desk: { queue: QueueModel; threads: ThreadsModel; available: () => boolean },
): AttentionModel {
  const { queue, threads } = desk;
  const muted = signal(kept.get(mutedKey) === 'yes');
  const unread = computed(() => queue.mine.value.filter((row) => unreadOf(row.conversation) > 0));
  const count = computed(() => queue.waiting.value.length + unread.value.length);

  const unreadOf = (id: string) => threads.held.value.get(id)?.unread.value ?? 0;

  function call(title: string, body: string, conversation: string): void {
    if (!muted.value) summons.sound();
    if (summons.away()) summons.notify(title, body, conversation, () => threads.select(conversation));
  }

  /** New in line since the last look; the first look finds nothing new. */
  function watchLine(): () => void {
    let known: Set<string> | undefined;
    return effect(() => {
      const arrived = queue.rows.value && queue.waiting.value;
      if (!arrived) return;
      const before = known;
      known = new Set(arrived.map((row) => row.conversation));
      const first = before && arrived.find((row) => !before.has(row.conversation));
      if (first && desk.available())
        call(words.notifyWaiting(first.name ?? words.someone), first.wants, first.conversation);
    });
  }

  /** New messages in own conversations, and conversations that came to the agent by a transfer. */
  function watchOwn(): () => void {
    let known: Map<string, number> | undefined;
    return effect(() => {
      if (!queue.rows.value) return;
      const before = known;
      known = new Map(queue.mine.value.map((row) => [row.conversation, unreadOf(row.conversation)]));
      for (const row of queue.mine.value) {
        const had = before?.get(row.conversation);
        const grew = (known.get(row.conversation) ?? 0) > (had ?? 0);
        const came = before !== undefined && had === undefined && threads.selected.value !== row.conversation;
        if (before && (grew || came))
          call(words.notifyMessage(row.name ?? words.someone), row.wants, row.conversation);
      }
    });
  }

  return {
    count,
    muted,
    start() {
      const stops = [
        effect(() => kept.set(mutedKey, muted.value ? 'yes' : 'no')),
        effect(() => summons.setTitle(count.value > 0 ? `(${count.value}) ${words.title}` : words.title)),
        watchLine(),
        watchOwn(),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
