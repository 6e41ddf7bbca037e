// A page arrives at its conversation: it is welcomed, joins those who are told of it, and reads what was said so far.
import type { Wait } from '../../shared/events.ts';
import { protocolVersion, type Welcome } from '../../shared/protocol.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Site } from '../site/site.ts';
import type { ConversationRow } from '../store/store.ts';
import type { CustomerSocket, HandshakePorts } from './customer-handshake.ts';
import { roomOf } from './rooms.ts';
import { sendHistory } from './send-history.ts';
import type { SendSeen } from './send-seen.ts';

export interface EnterPorts {
  record: Pick<Recorder, 'load' | 'read'>;
  sessions: HandshakePorts['sessions'];
  /** Says the greeting of a conversation in which nothing was said yet. */
  greet(conversation: string): Promise<void>;
  /** From here on what is stored is delivered to those who have joined. */
  follow(conversation: string, seq: number): void;
  /** What asking for a person would mean now; for one who waits, where they stand. */
  waitFor(site: Site, row: ConversationRow): Promise<Wait>;
  hours(site: Site): Welcome['hours'];
  mails(site: Site): boolean;
  seen: Pick<SendSeen, 'welcomed'>;
  /** Epoch ms. */
  now(): number;
}

/**
 * The greeting, the welcome, then what was said so far. It joins before it reads, so that nothing falls between;
 * what comes twice the page knows by its seq.
 */
export async function enter(socket: CustomerSocket, ports: EnterPorts): Promise<void> {
  const { site, visitor, identity, locale, row, after } = socket.data;
  let loaded = await ports.record.load(row.id);
  // Begun just now, or by a page that was cut off, or a process that died, before it was greeted.
  if (loaded?.conversation.view.entries.length === 0) {
    await ports.greet(row.id);
    loaded = await ports.record.load(row.id);
  }
  const { status, seq } = loaded?.conversation.view ?? row;
  const token = await ports.sessions.sign(visitor, site.id);
  const wait = await ports.waitFor(site, row);
  // Moved on meanwhile, to what was begun on another page: what is said of this one would lead it back.
  const here = () => socket.data.row.id === row.id;
  if (!here()) return;
  socket.emit('welcome', {
    protocol: protocolVersion,
    token,
    visitor,
    at: ports.now(),
    assistant: { name: site.assistant.name, automated: true },
    conversation: { id: row.id, status, seq },
    wait,
    locale,
    hours: ports.hours(site),
    ...(ports.mails(site) ? { mail: true } : {}),
  });
  // Who has gone meanwhile joins nothing any more, and leaves nothing by which it would be forgotten.
  if (!socket.connected) return;
  // With the greeting, which the history brings: else it would come once more with the next that is stored.
  ports.follow(row.id, loaded?.row.seq ?? row.seq);
  await socket.join([
    roomOf.conversation(row.id),
    roomOf.visitor(site.id, visitor),
    roomOf.site(site.id),
    ...(identity ? [roomOf.customer(site.id, identity.customer)] : []),
  ]);
  if (!here()) return socket.leave(roomOf.conversation(row.id));
  const from = after?.conversation === row.id ? after.seq : 0;
  delete socket.data.after;
  await sendHistory(socket, row.id, from, async (seq) => {
    const events = await ports.record.read(row.id, 'customer', seq);
    return here() ? events : [];
  });
  if (row.fence > 0) await ports.seen.welcomed(socket, row.id, 'agent');
}
