// Names of Socket.IO's rooms, and what goes to which when something was stored.
import type { Server } from 'socket.io';
import type { Publication } from '../record/recorder.ts';
import { sentEvents } from '../record/sent-events.ts';

export const roomOf = {
  /** In /customer: who sees this conversation. In /agent: who watches it. */
  conversation: (id: string) => `conversation:${id}`,
  visitor: (site: string, id: string) => `visitor:${site}:${id}`,
  customer: (site: string, id: string) => `customer:${site}:${id}`,
  site: (id: string) => `site:${id}`,
  agent: (id: string) => `agent:${id}`,
  session: (hash: string) => `session:${hash}`,
};

/** Whose room it is; undefined for rooms of anything else. */
export function conversationOf(room: string): string | undefined {
  const start = roomOf.conversation('');
  return room.startsWith(start) ? room.slice(start.length) : undefined;
}

/** To those who are connected here: each gets what they may see, joined on to what they saw before. */
export function sendEvents(io: Server, { conversation, events, before }: Publication): void {
  const room = roomOf.conversation(conversation);
  const forCustomer = sentEvents(events, 'customer', before.customer);
  if (forCustomer.length > 0)
    io.of('/customer').local.to(room).emit('events', { conversation, events: forCustomer });
  const agents = io.of('/agent');
  // Hardly any conversation is watched, and a packet is put together before it is known that nobody is there.
  if (!agents.adapter.rooms.has(room)) return;
  agents.local.to(room).emit('events', { conversation, events: sentEvents(events, 'agent', before.agent) });
}
