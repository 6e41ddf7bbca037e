// What a customer asks to read again: a file, a copy, what they missed, their earlier conversations. Nothing is stored,
// and what is another's answers as what does not exist (P3).
import type { CustomerView } from '../../shared/conversation.ts';
import { failure } from '../../shared/errors.ts';
import { customerSchemas } from '../../shared/protocol-schema.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Site } from '../site/site.ts';
import type { CustomerSocket, Session } from './customer-handshake.ts';
import { type Handlers, handler } from './dispatch.ts';
import type { Earlier } from './earlier.ts';
import type { Files } from './files.ts';
import { ownConversation } from './own-conversation.ts';
import { firstPage, sendHistory } from './send-history.ts';
import type { SendSeen } from './send-seen.ts';

export interface ReadPorts {
  earlier: Earlier;
  files: Files;
  seen: Pick<SendSeen, 'fromCustomer'>;
  record: Pick<Recorder, 'load' | 'read'>;
  /** What the customer saw, as a file to keep (P2). */
  transcript(site: Site, view: CustomerView, locale: string, format: 'text' | 'html'): string;
  failed(where: string, error: unknown): void;
}

export function customerReads(ports: ReadPorts): Handlers<CustomerSocket> {
  const limit = 'event';
  const own = (conversation: string, session: Session) =>
    ownConversation(ports.record, conversation, session);
  return {
    file: handler({
      schema: customerSchemas.file,
      limit,
      run: async ({ conversation, seq }, socket) => {
        const loaded = await own(conversation, socket.data);
        if (!loaded) return failure('not_found');
        return ports.files.link(loaded, seq);
      },
    }),
    transcript: handler({
      schema: customerSchemas.transcript,
      limit,
      work: true,
      run: async ({ conversation, format }, socket) => {
        const loaded = await own(conversation, socket.data);
        if (!loaded) return failure('not_found');
        const { site, locale } = socket.data;
        const name = `${site.id}-${conversation.slice(0, 8)}.${format === 'html' ? 'html' : 'txt'}`;
        return { ok: true, name, content: ports.transcript(site, loaded.conversation.view, locale, format) };
      },
    }),
    sync: handler({
      schema: customerSchemas.sync,
      limit,
      run: async ({ conversation, after, once }, socket) => {
        const loaded = await own(conversation, socket.data);
        if (!loaded) return failure('not_found');
        const read = (seq: number) => ports.record.read(conversation, 'customer', seq);
        const events = await read(after);
        const page = firstPage(events);
        // Who reads one again to its end has seen what was written meanwhile.
        if (once && page.length === 0) await ports.seen.fromCustomer(conversation, after);
        // The rest follows as events of their own, each joining on to the one before.
        if (page.length < events.length && !once) {
          sendHistory(socket, conversation, page.at(-1)!.seq, read).catch((error: unknown) =>
            ports.failed('/customer sync', error),
          );
        }
        return { ok: true, events: page };
      },
    }),
    conversations: handler({
      schema: customerSchemas.conversations,
      limit,
      work: true,
      run: ({ before }, socket) => ports.earlier.page(socket.data, before),
    }),
  };
}
