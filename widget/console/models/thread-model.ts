// One conversation as the console holds it: the whole log, folded. Sockets only hint: an event that does not join
// on to the last one makes the thread ask the server for what lies between.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { applyEvent, emptyConversation } from '../../../shared/apply-event.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Ack, Failure } from '../../../shared/errors.ts';
import type { Event, SentEvent } from '../../../shared/events.ts';

export interface ThreadModel {
  id: string;
  events: ReadonlySignal<readonly Event[]>;
  conversation: ReadonlySignal<Conversation>;
  /** seq of the last event held; 0 while there is none. */
  seq(): number;
  /** Why it could not be read. */
  problem: Signal<Failure | undefined>;
  loading: ReadonlySignal<boolean>;
  /** The customer's messages, and what was whispered, since the agent last looked. */
  unread: ReadonlySignal<number>;
  /** Epoch ms until which the customer counts as typing. */
  typingUntil: Signal<number>;
  /** How far the customer has seen it; `at` in epoch ms. */
  customerSaw: Signal<{ seq: number; at: number } | undefined>;
  /** The agents' last message that the customer has seen. */
  lastSeen: ReadonlySignal<number | undefined>;
  receive(events: readonly SentEvent[]): void;
  /** Reads from the server with the given question, at first and after each new connection. */
  load(ask: () => Promise<Ack<{ events: SentEvent[] }>>): Promise<void>;
  markSeen(): void;
}

/** What an agent wants to be told of: the customer's words, and a supervisor's to them. */
function calls(event: Event): boolean {
  return event.type === 'message'
    ? event.from === 'customer'
    : event.type === 'noted' && event.whisper === true;
}

type FetchAfter = (after: number) => Promise<Ack<{ events: SentEvent[] }>>;

export function createThreadModel(id: string, fetchAfter: FetchAfter): ThreadModel {
  const events = signal<readonly Event[]>([]);
  const conversation = signal<Conversation>(emptyConversation);
  const problem = signal<Failure>();
  const loading = signal(false);
  const seen = signal(0);
  const typingUntil = signal(0);
  const customerSaw = signal<{ seq: number; at: number }>();
  /** Highest seq that was hinted at but could not be joined on. */
  let hinted = 0;
  let catchingUp = false;

  const seq = () => events.value.at(-1)?.seq ?? 0;

  /** Takes what joins on; the rest is remembered as a hint. */
  function join(sent: readonly SentEvent[]): void {
    const added: Event[] = [];
    let folded = conversation.value;
    let last = seq();
    for (const { prev, ...event } of sent) {
      if (event.seq <= last) continue;
      if (prev !== last) {
        hinted = Math.max(hinted, event.seq);
        continue;
      }
      added.push(event as Event);
      folded = applyEvent(folded, event as Event);
      last = event.seq;
      if (event.type === 'message' && event.from === 'customer') typingUntil.value = 0;
    }
    if (added.length === 0) return;
    batch(() => {
      events.value = [...events.value, ...added];
      conversation.value = folded;
    });
  }

  async function catchUp(): Promise<void> {
    if (catchingUp || loading.value) return;
    catchingUp = true;
    while (hinted > seq()) {
      const before = seq();
      const answer = await fetchAfter(before);
      if (answer.ok) join(answer.events);
      // Nothing new: the next hint or the next connection asks again.
      if (!answer.ok || seq() === before) break;
    }
    catchingUp = false;
  }

  function receive(sent: readonly SentEvent[]): void {
    join(sent);
    if (hinted > seq()) void catchUp();
  }

  return {
    id,
    events,
    conversation,
    seq,
    problem,
    loading,
    unread: computed(() => {
      let count = 0;
      for (const event of events.value) if (event.seq > seen.value && calls(event)) count += 1;
      return count;
    }),
    typingUntil,
    customerSaw,
    lastSeen: computed(() => {
      const { seq: until = 0 } = customerSaw.value ?? {};
      return events.value.findLast(
        (event) => event.type === 'message' && event.from === 'agent' && event.seq <= until,
      )?.seq;
    }),
    receive,
    async load(ask) {
      const first = seq() === 0;
      loading.value = true;
      const answer = await ask();
      loading.value = false;
      if (answer.ok) {
        problem.value = undefined;
        receive(answer.events);
        if (first) seen.value = seq();
      } else problem.value = answer.error;
    },
    markSeen() {
      seen.value = seq();
    },
  };
}
