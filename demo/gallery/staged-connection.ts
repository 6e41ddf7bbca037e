// A connection that plays a state of the gallery: it welcomes, sends the state's events, and answers as told.
import { signal } from '@preact/signals-core';
import type { NoticeState } from '../../shared/bridge.ts';
import type { ErrorCode, Failure } from '../../shared/errors.ts';
import { failure } from '../../shared/errors.ts';
import type { EventBody, SentEvent, Wait } from '../../shared/events.ts';
import type { ConversationLine } from '../../shared/protocol.ts';
import type { CustomerConnection } from '../../widget/chat/customer-connection.ts';
import type { ConnectionState } from '../../widget/ui/connection.ts';
import { type Step, samplePicture } from './perform-steps.ts';

export interface Stage {
  /** Events with how long ago they happened (s). */
  events: (EventBody & { ago: number })[];
  /** Connection states after the events, in order. */
  becomes?: ConnectionState;
  refusal?: ErrorCode;
  /** The customer writes it at once. */
  sends?: string;
  /** The customer chooses it at once: question and choice. */
  chooses?: [question: string, choice: string];
  /** What is done when all of it is on screen. */
  steps?: Step[];
  /** What is sent is answered with this; default: taken. */
  answers?: 'never' | ErrorCode;
  /** The customer's conversations; `never` and `unavailable` as they say. Default: the one on screen. */
  conversations?: Listed[] | 'never' | 'unavailable';
  /** What an earlier one is read again as. */
  past?: (EventBody & { ago: number })[];
  typing?: 'assistant' | 'agent';
  wait?: Wait;
  /** Answers can be mailed. */
  mail?: true;
  /** The agent has seen all of it. */
  agentSaw?: true;
  /** How the page around stands with notifications, and what becomes of being asked; default: there is no page. */
  notices?: NoticeState;
  grants?: NoticeState;
  /** How much of each file is on its way, 0..1, and stays there. */
  share?: number;
}

/** A line of the list, with how long ago it was begun (s). */
export type Listed = Omit<ConversationLine, 'at'> & { ago: number };

const conversation = 'gallery';
const usual: Wait = { position: 1, within: 240, confidence: 0.9, basis: 'history' };

/** A connection for one stage; `now` is epoch ms. */
export function stagedConnection(stage: Stage, now: number): CustomerConnection {
  const state = signal<ConnectionState>('idle');
  const refusal = signal<Failure>();
  const listeners: [event: string, listen: (payload: never) => void][] = [];
  const hear = (event: string, payload: unknown) => {
    for (const [name, listen] of listeners) if (name === event) listen(payload as never);
  };
  const inRow = (staged: Stage['events']) =>
    staged.map(
      ({ ago, ...body }, i) => ({ ...body, seq: i + 1, prev: i, at: now - ago * 1000 }) as SentEvent,
    );
  const events = inRow(stage.events);
  const listed = () => {
    const { conversations = [{ ago: 400, conversation, status: 'assistant' }] } = stage;
    if (conversations === 'unavailable') return failure('unavailable');
    if (conversations === 'never') return new Promise(() => undefined);
    return {
      ok: true,
      conversations: conversations.map(({ ago, ...line }) => ({ ...line, at: now - ago * 1000 })),
      more: conversations.length > 3,
    };
  };
  return {
    state,
    refusal,
    on: (event, listener) => {
      listeners.push([event, listener as (payload: never) => void]);
    },
    send: async (event, payload) => {
      if (event === 'conversations') return listed() as never;
      if (event === 'sync') {
        const { after } = payload as { after: number };
        return { ok: true, events: inRow(stage.past ?? []).slice(after) } as never;
      }
      if (event === 'file') return { ok: true, url: URL.createObjectURL(await samplePicture()) } as never;
      if (event === 'attach' && stage.share !== undefined) return { ok: true, upload: '/upload' } as never;
      if (stage.answers === 'never') return new Promise(() => undefined);
      if (['message', 'attach', 'wait', 'correct', 'rating'].includes(event) && stage.answers)
        return failure(stage.answers) as never;
      return { ok: true, seq: 1 } as never;
    },
    open() {
      state.value = 'online';
      hear('welcome', {
        protocol: 1,
        token: 'gallery',
        visitor: 'gallery',
        assistant: { name: 'Ana', automated: true },
        conversation: { id: conversation, status: 'assistant', seq: events.length },
        wait: stage.wait ?? usual,
        locale: 'en',
        hours: { open: true, timeZone: 'Europe/Berlin' },
        ...(stage.mail ? { mail: true } : {}),
      });
      hear('events', { conversation, events });
      if (stage.agentSaw) hear('seen', { conversation, seq: events.length, at: now });
      if (stage.typing) hear('typing', { from: stage.typing });
      if (stage.becomes) state.value = stage.becomes;
      if (stage.refusal) refusal.value = failure(stage.refusal).error;
    },
    close() {
      state.value = 'idle';
    },
    reopen() {},
  };
}
