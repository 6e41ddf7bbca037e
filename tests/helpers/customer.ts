// A customer at the other end of a real socket: folds what they are sent as the widget does, and waits for what
// they expect to see.
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { applyVisible, emptyView } from '../../shared/apply-visible.ts';
import type { CustomerView, MessageEntry, QuestionEntry } from '../../shared/conversation.ts';
import type { Ack, Failure } from '../../shared/errors.ts';
import type { Wait } from '../../shared/events.ts';
import type { EventBatch, SeenSaid, Welcome } from '../../shared/protocol.ts';
import { createPatience } from './patience.ts';
import { untilStored } from './until-stored.ts';
import type { World } from './world.ts';

export interface CustomerOptions {
  /** A demo customer, signed in; absent: anonymous. */
  as?: string;
  site?: string;
  token?: string;
  after?: { conversation: string; seq: number };
  locale?: string;
  /** Hints of other nodes may come late or not at all: a gap is asked for then, as the widget does. */
  mayMiss?: boolean;
}

/** Connected and welcomed. Rejects with the server's refusal. */
export async function customer(world: Pick<World, 'url' | 'identity'>, options: CustomerOptions = {}) {
  const identity = options.as === undefined ? undefined : await world.identity(options.as);
  const { site = 'airline', token, after, locale } = options;
  const socket: Socket = io(`${world.url}/customer`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: {
      protocol: 1,
      site,
      ...(token ? { token } : {}),
      ...(identity ? { identity } : {}),
      ...(after ? { after } : {}),
      ...(locale ? { locale } : {}),
    },
  });
  let view: CustomerView = emptyView;
  let welcome: Welcome | undefined;
  let wait: Wait | undefined;
  const batches: EventBatch[] = [];
  const seen: SeenSaid[] = [];
  const patience = createPatience(() => JSON.stringify(view, null, 1));

  socket.on('welcome', (said: Welcome) => {
    if (welcome && welcome.conversation.id !== said.conversation.id) view = emptyView;
    welcome = said;
    patience.changed();
  });
  socket.on('wait', (said: Wait) => {
    wait = said;
    patience.changed();
  });
  socket.on('seen', (said: SeenSaid) => {
    seen.push(said);
    patience.changed();
  });
  socket.on('events', (batch: EventBatch) => {
    if (batch.conversation !== welcome?.conversation.id) return;
    batches.push(batch);
    fold(batch);
  });

  function fold({ conversation, events }: EventBatch): void {
    const had = after?.conversation === conversation ? after.seq : 0;
    for (const { prev, ...event } of events) {
      if (event.seq <= view.seq) continue;
      if (prev !== view.seq && !(view.seq === 0 && prev === had)) {
        // What is stored while a page arrives may come ahead of what was said so far.
        if (options.mayMiss || view.seq === 0) return void catchUp(conversation);
        throw new Error(`A gap: ${prev} does not join on to ${view.seq}`);
      }
      view = applyVisible(view, event);
    }
    patience.changed();
  }

  async function catchUp(conversation: string): Promise<void> {
    const asked = socket.timeout(15_000).emitWithAck('sync', { conversation, after: view.seq });
    // Of one that has left nobody waits for it.
    const answer = await asked.catch(() => ({ ok: false }));
    if (answer.ok && conversation === welcome?.conversation.id) fold({ conversation, events: answer.events });
  }

  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => reject(Object.assign(error, { refused: refusalOf(error) })));
  });
  await patience.until('a welcome', () => welcome);

  const send = (event: string, payload: unknown): Promise<Ack<{ seq: number }>> =>
    socket.timeout(15_000).emitWithAck(event, payload);
  const taken = async (event: string, payload: Record<string, unknown>): Promise<number> => {
    const named = { id: randomUUID(), ...payload };
    const ack = await untilStored(() => send(event, named));
    if (!ack.ok) throw new Error(`${event} was refused: ${ack.error.code} ${ack.error.message}`);
    return ack.seq;
  };
  const messages = () => view.entries.filter((entry): entry is MessageEntry => entry.kind === 'message');
  const question = () =>
    view.entries.find(
      (entry): entry is QuestionEntry => entry.kind === 'question' && entry.question.id === view.open,
    );

  return {
    socket,
    batches,
    /** What the agent has seen. */
    seen,
    send,
    get view() {
      return view;
    },
    get welcome() {
      return welcome!;
    },
    get wait() {
      return wait;
    },
    get conversation() {
      return welcome!.conversation.id;
    },
    /** The open question, if there is one. */
    get question() {
      return question()?.question;
    },
    until: patience.until,
    say: (text: string) => taken('message', { text }),
    human: () => taken('human', {}),
    undo: (proposal: string) => taken('undo', { proposal }),
    rate: (score: number, comment?: string) => taken('rating', { score, ...(comment ? { comment } : {}) }),
    /** Presses a choice of the open question, by its id or a part of its label. */
    async press(choice: string | RegExp): Promise<number> {
      const open = await patience.until('an open question', question);
      const found = open.question.choices.find(({ id, label }) =>
        typeof choice === 'string' ? id === choice : choice.test(label),
      );
      if (!found) throw new Error(`No choice ${choice}: ${JSON.stringify(open.question.choices)}`);
      return taken('choice', { question: open.question.id, choice: found.id });
    },
    /** A message from anyone else that fits, after `seq`. */
    hears: (words: RegExp, seq = 0) =>
      patience.until(`to hear ${words}`, () =>
        messages().find(
          (message) => message.from !== 'customer' && message.seq > seq && words.test(message.text),
        ),
      ),
    /** A question of this kind is open. */
    asked: (kind: 'clarify' | 'detail' | 'confirm') =>
      patience.until(`to be asked (${kind})`, () =>
        question()?.question.kind === kind ? question()!.question : false,
      ),
    /** The receipt of the last action. */
    receipt: () =>
      patience.until('a receipt', () => messages().findLast(({ receipt }) => receipt !== undefined)?.receipt),
    sync: (conversation: string, from = 0) => send('sync', { conversation, after: from }),
    leave: () => socket.disconnect(),
  };
}

export function refusalOf(error: unknown): Failure | undefined {
  return (error as { data?: Failure }).data;
}
