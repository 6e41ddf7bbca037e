// Which conversations are watched: the one on screen, and all that are the agent's own, so that their messages
// count as unread while another is open. Everything else is let go again.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { SentEvent } from '../../../shared/events.ts';
import type { EventBatch } from '../../../shared/protocol.ts';
import type { DeskConnection } from './desk-connection.ts';
import { createThreadModel, type ThreadModel } from './thread-model.ts';

export interface ThreadsModel {
  /** Id of the conversation on screen. */
  selected: ReadonlySignal<string | undefined>;
  open: ReadonlySignal<ThreadModel | undefined>;
  held: ReadonlySignal<ReadonlyMap<string, ThreadModel>>;
  select(conversation: string | undefined): void;
  /** These are the agent's own now. */
  follow(conversations: readonly string[]): void;
  /** The log of a conversation that came with another answer: a claim and a takeover bring it along. */
  admit(conversation: string, events: SentEvent[]): Promise<void>;
  receive(batch: EventBatch): void;
  /** Where an attached file can be read, for some minutes; undefined when it cannot. */
  fileAt(conversation: string, seq: number): Promise<string | undefined>;
  /** Watches all anew, on a new connection. */
  resume(): void;
  clear(): void;
}

export function createThreadsModel(connection: DeskConnection): ThreadsModel {
  const held = signal<ReadonlyMap<string, ThreadModel>>(new Map());
  const selected = signal<string>();
  let own: ReadonlySet<string> = new Set();

  function thread(id: string): ThreadModel {
    const known = held.value.get(id);
    if (known) return known;
    const made = createThreadModel(id, (after) => connection.send('sync', { conversation: id, after }));
    held.value = new Map(held.value).set(id, made);
    return made;
  }

  function watch(id: string): void {
    const known = held.value.has(id);
    const made = thread(id);
    if (!known || made.problem.value) void made.load(() => connection.send('watch', { conversation: id }));
  }

  function letGo(id: string | undefined): void {
    if (id === undefined || own.has(id) || id === selected.value || !held.value.has(id)) return;
    const rest = new Map(held.value);
    rest.delete(id);
    held.value = rest;
    void connection.send('unwatch', { conversation: id });
  }

  return {
    selected,
    open: computed(() => (selected.value === undefined ? undefined : held.value.get(selected.value))),
    held,
    select(id) {
      const before = selected.value;
      selected.value = id;
      if (id !== undefined) watch(id);
      if (before !== id) letGo(before);
    },
    follow(ids) {
      const before = own;
      own = new Set(ids);
      // One that could not be read is asked for again.
      for (const id of own) watch(id);
      for (const id of before) letGo(id);
    },
    async admit(id, events) {
      await thread(id).load(async () => ({ ok: true, events }));
    },
    receive(batch) {
      held.value.get(batch.conversation)?.receive(batch.events);
    },
    async fileAt(conversation, seq) {
      const answer = await connection.send('file', { conversation, seq });
      return answer.ok ? answer.url : undefined;
    },
    resume() {
      for (const [id, model] of held.value)
        void model.load(() => connection.send('watch', { conversation: id }));
    },
    clear() {
      held.value = new Map();
      selected.value = undefined;
      own = new Set();
    },
  };
}
