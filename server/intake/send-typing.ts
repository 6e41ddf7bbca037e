// "… is typing", both ways: hints that are never stored.
import type { Server } from 'socket.io';
import { roomOf } from './rooms.ts';

/** A turn that is over sooner than this, ms, needs no sign of life. */
const patience = 300;

export interface SendTyping {
  fromCustomer(conversation: string): void;
  fromAgent(conversation: string): void;
  /** Shows the assistant at work while this turn takes. */
  during(conversation: string, turn: Promise<void>): void;
}

export function sendTyping(io: Server): SendTyping {
  const toCustomer = (conversation: string, from: 'assistant' | 'agent') =>
    io.of('/customer').to(roomOf.conversation(conversation)).emit('typing', { from });
  return {
    fromCustomer: (conversation) =>
      io
        .of('/agent')
        .to(roomOf.conversation(conversation))
        .emit('typing', { conversation, from: 'customer' }),
    fromAgent: (conversation) => toCustomer(conversation, 'agent'),
    during(conversation, turn) {
      const showing = setTimeout(() => toCustomer(conversation, 'assistant'), patience);
      const done = () => clearTimeout(showing);
      turn.then(done, done);
    },
  };
}
