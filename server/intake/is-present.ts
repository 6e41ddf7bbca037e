// Whether a page of the customer's shows this conversation, at whichever node it is connected.
import type { Server } from 'socket.io';
import { roomOf } from './rooms.ts';

/** A node that does not answer in time counts as without a page. */
export async function isPresent(io: Server, conversation: string): Promise<boolean> {
  const customers = io.of('/customer');
  const room = roomOf.conversation(conversation);
  if (customers.adapter.rooms.has(room)) return true;
  const elsewhere = await customers
    .in(room)
    .fetchSockets()
    .catch(() => []);
  return elsewhere.length > 0;
}
