// What an agent does with a conversation: each asks the server, and says in place when it was refused. One at a
// time for each conversation, so that an impatient second press does nothing.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ack, Failure } from '../../../shared/errors.ts';
import type { DeskConnection } from './desk-connection.ts';
import type { ThreadsModel } from './threads-model.ts';

type ActName = 'claim' | 'takeover' | 'release' | 'return' | 'transfer' | 'assign' | 'approve' | 'resolve';

/** How a conversation ended; `seen`: seq of the last event that the agent had before them. */
export interface Resolution {
  seen: number;
  outcome: string;
  correct: boolean;
  intent?: string | undefined;
  comment?: string | undefined;
}

/** An agent's word on a proposal; `seen`: seq of the last event on screen. */
export interface AgentWord {
  approve: boolean;
  seen: number;
  reason?: string | undefined;
  /** What only a person carries out, carried out otherwise. */
  arguments?: Record<string, string | number | boolean | null>;
}

export interface DeskActs {
  /** Conversations with something under way, and what. */
  busy: ReadonlySignal<ReadonlyMap<string, ActName>>;
  /** Someone else was faster: who has the conversation that one tried to take. */
  collision: ReadonlySignal<{ conversation: string; by?: string | undefined } | undefined>;
  /** Each answers whether it was done. */
  claim(conversation: string): Promise<boolean>;
  takeover(conversation: string): Promise<boolean>;
  release(conversation: string): Promise<boolean>;
  giveBack(conversation: string): Promise<boolean>;
  /** `to`: an agent's id, or `team:ID`. */
  transfer(conversation: string, to: string): Promise<boolean>;
  /** A supervisor's: whoever has the conversation, or nobody yet. */
  assign(conversation: string, to: string): Promise<boolean>;
  approve(conversation: string, proposal: string, word: AgentWord): Promise<boolean>;
  resolve(conversation: string, resolution: Resolution): Promise<boolean>;
  forgetCollision(): void;
}

export function createDeskActs(
  connection: DeskConnection,
  threads: ThreadsModel,
  failed: (failure: Failure) => void,
): DeskActs {
  const busy = signal<ReadonlyMap<string, ActName>>(new Map());
  const collision = signal<{ conversation: string; by?: string | undefined }>();

  async function once<A extends object>(
    conversation: string,
    act: ActName,
    ask: () => Promise<Ack<A>>,
    done?: (answer: { ok: true } & A) => Promise<void>,
  ): Promise<boolean> {
    if (busy.value.has(conversation)) return false;
    busy.value = new Map(busy.value).set(conversation, act);
    if (collision.value?.conversation === conversation) collision.value = undefined;
    const answer = await ask();
    const rest = new Map(busy.value);
    rest.delete(conversation);
    busy.value = rest;
    if (answer.ok) {
      await done?.(answer);
      return true;
    }
    const { code, by } = answer.error;
    if (code === 'taken' && act !== 'approve') collision.value = { conversation, by };
    else failed(answer.error);
    return false;
  }

  /** A claim and a takeover bring the log along: it is on screen with the answer. */
  const take = (act: 'claim' | 'takeover') => (conversation: string) =>
    once(
      conversation,
      act,
      () => connection.send(act, { conversation }),
      async (answer) => {
        await threads.admit(conversation, answer.events);
        threads.select(conversation);
      },
    );

  return {
    busy,
    collision,
    claim: take('claim'),
    takeover: take('takeover'),
    release: (conversation) =>
      once(conversation, 'release', () => connection.send('release', { conversation })),
    giveBack: (conversation) => {
      // What is decided holds for what is on screen.
      const seen = threads.held.value.get(conversation)?.seq();
      return once(conversation, 'return', () => connection.send('return', { conversation, seen }));
    },
    transfer: (conversation, to) =>
      once(conversation, 'transfer', () => connection.send('transfer', { conversation, to })),
    assign: (conversation, to) =>
      once(conversation, 'assign', () => connection.send('assign', { conversation, to })),
    approve: (conversation, proposal, word) =>
      once(conversation, 'approve', () => connection.send('approve', { conversation, proposal, ...word })),
    resolve: (conversation, resolution) =>
      once(conversation, 'resolve', () => connection.send('resolve', { conversation, ...resolution })),
    forgetCollision() {
      collision.value = undefined;
    },
  };
}
