// "Seen", both ways: how far the other side has looked, as a hint that is kept beside the log and sent again to whoever
// comes back. A glance of an agent counts while the conversation is theirs.
import type { Server } from 'socket.io';
import { type Ack, failure } from '../../shared/errors.ts';
import type { SeenSaid } from '../../shared/protocol.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Side } from '../store/seen-mark.ts';
import { roomOf } from './rooms.ts';

export interface SeenPorts {
  record: Pick<Recorder, 'load'>;
  note(conversation: string, side: Side, seq: number): Promise<boolean>;
  of(conversation: string): Promise<Partial<Record<Side, { seq: number; at: number }>>>;
  now(): number;
}

export interface SendSeen {
  fromCustomer(conversation: string, seq: number): Promise<Ack<object>>;
  fromAgent(agent: string, conversation: string, seq: number): Promise<Ack<object>>;
  /** To one who has just come: what the other side has seen so far. */
  welcomed(
    socket: { emit(name: 'seen', said: SeenSaid): unknown },
    conversation: string,
    other: Side,
  ): Promise<void>;
}

export function sendSeen(io: Server, { record, note, of, now }: SeenPorts): SendSeen {
  return {
    async fromCustomer(conversation, seq) {
      const loaded = await record.load(conversation);
      // Before an agent has had it, nobody is there to be told; the fence rises with the first.
      if (!loaded || loaded.row.fence === 0) return { ok: true };
      const seen = Math.min(seq, loaded.row.seq);
      if (await note(conversation, 'customer', seen)) {
        const said = { conversation, seq: seen, at: now() };
        io.of('/agent').to(roomOf.conversation(conversation)).emit('seen', said);
      }
      return { ok: true };
    },
    async fromAgent(agent, conversation, seq) {
      const loaded = await record.load(conversation);
      if (loaded?.row.agent?.id !== agent) return failure('not_found');
      const seen = Math.min(seq, loaded.row.seq);
      if (await note(conversation, 'agent', seen)) {
        const said = { conversation, seq: seen, at: now() };
        io.of('/customer').to(roomOf.conversation(conversation)).emit('seen', said);
      }
      return { ok: true };
    },
    async welcomed(socket, conversation, other) {
      const mark = (await of(conversation))[other];
      if (mark) socket.emit('seen', { conversation, ...mark });
    },
  };
}
