// Attached files: who may send one and where to, what is taken of it, and who may read it. The bytes lie with the
// events, in the store; what of them is in the log is the name, the type, the size and a digest.
import { createHash, createHmac } from 'node:crypto';
import { bulkhead } from 'cockatiel';
import type { Conversation } from '../../shared/conversation.ts';
import { type Ack, failure } from '../../shared/errors.ts';
import { createDownloadRoom, type Reader } from './download-room.ts';
import { fileName } from './file-name.ts';
import { createFileTickets, type FileTickets, type ReadTicket, type UploadTicket } from './file-tickets.ts';
import type { Limits } from './limits.ts';
import { sniffFile } from './sniff-file.ts';
import type { Asking, Attached, Take, Taken } from './take.ts';
import { createUploadRoom } from './upload-room.ts';
import { withoutMetadata } from './without-metadata.ts';

/** Bytes of one file; its words are in shared/errors.ts and the panel's strings. */
export const mostBytes = 10 * 1024 * 1024;
/** Files of one conversation, from each side. */
export const mostFiles = 20;
/** Files that the store is asked for at once; who asks for more waits their turn. */
const readsAtOnce = 2;
/** Bytes of uploads held in memory at once: an author's are what a page sends in one go. What is being stored may have
 * its cleaned copy beside it. */
const mostUnderWay = { file: mostBytes, author: 5 * mostBytes, all: 16 * mostBytes };
/** Bytes of files that are on their way to who asked for them. */
const mostOnTheWayOut = 16 * mostBytes;

export interface FilePorts {
  secret: string;
  now(): number;
  take: Pick<Take, 'file'>;
  /** Says it in the agent's name, if the conversation is theirs. */
  reply(
    agent: string,
    conversation: string,
    id: string,
    name: string,
    attached: Attached,
    bytes: Uint8Array,
  ): Promise<Taken>;
  site(id: string): Asking['site'] | undefined;
  load(conversation: string): Promise<{ conversation: Conversation } | undefined>;
  /** From the store. */
  bytes(id: string): Promise<Uint8Array | undefined>;
  limits: Limits;
}

/** An agent who sends one; the caller has seen to it that the conversation is theirs. */
export interface Replying {
  site: { id: string };
  agent: string;
  conversation: string;
}

interface FileAsked {
  id: string;
  name: string;
  size: number;
}

export interface Files {
  /** Where to send a file of that name and size, or why not. */
  attach(who: Asking | Replying, file: FileAsked): Promise<Ack<{ upload: string }>>;
  /** Where to read the file of the event at `seq`: the caller has seen to it that they may. */
  link(of: { row: { id: string }; conversation: Conversation }, seq: number): Promise<Ack<{ url: string }>>;
  /** What is sent to such a place. Sent there anew, it ends what of it is still on its way. */
  receive(ticket: string, body: ReadableStream<Uint8Array> | null): Promise<Taken>;
  /** What is to be sent to this reader; of one who has gone nothing is read any more. */
  read(ticket: string, reader: Reader): Promise<(ReadTicket & { bytes: Uint8Array }) | undefined>;
}

const agentPrefix = 'agent:';

export function createFiles({ secret, now, take, reply, site, load, bytes, limits }: FilePorts): Files {
  const tickets: FileTickets = createFileTickets(secret, now);
  const reads = bulkhead(readsAtOnce, Number.POSITIVE_INFINITY);
  const room = createUploadRoom(mostUnderWay);
  const wayOut = createDownloadRoom(mostOnTheWayOut);

  /** Nobody can guess it, and a retry of the same upload comes to the same. */
  const idOf = ({ site, author, conversation, id }: UploadTicket) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['file', site, author, conversation, id]))
      .digest('hex')
      .slice(0, 40);

  async function keep(here: Asking['site'], ticket: UploadTicket, sent: Uint8Array): Promise<Taken> {
    const type = await sniffFile(sent);
    const kept = type && withoutMetadata(sent, type);
    if (!type || !kept) return failure('unsupported');
    const sha256 = createHash('sha256').update(kept).digest('hex');
    const { author, conversation, id } = ticket;
    const name = fileName(ticket.name, type);
    const attached = { id: idOf(ticket), type, size: kept.length, sha256 };
    return author.startsWith(agentPrefix)
      ? reply(author.slice(agentPrefix.length), conversation, id, name, attached, kept)
      : take.file({ site: here, visitor: author, conversation }, id, name, attached, kept);
  }

  return {
    async attach(who, { id, name, size }) {
      const { site, conversation } = who;
      const [side, author] =
        'agent' in who ? (['agent', agentPrefix + who.agent] as const) : (['customer', who.visitor] as const);
      if (size > mostBytes) return failure('too_large');
      const loaded = await load(conversation);
      if (!loaded) return failure('not_found');
      const there = filesIn(loaded.conversation).filter(
        (entry) => entry.from === side && entry.clientId !== id,
      );
      if (there.length >= mostFiles)
        return failure('denied', { message: `There are ${mostFiles} files here already; it was not taken.` });
      const retryAfterMs = await limits.take('file', author);
      if (retryAfterMs > 0) return failure('rate', { retryAfterMs });
      const ticket = await tickets.upload({ site: site.id, author, conversation, id, name });
      return { ok: true, upload: `/api/files/${ticket}` };
    },

    async link({ row, conversation }, seq) {
      const entry = filesIn(conversation).find((one) => one.seq === seq);
      if (!entry) return failure('not_found');
      const { id, type } = entry.file;
      const ticket = { file: id, type, name: entry.text, conversation: row.id };
      return { ok: true, url: `/api/files/${await tickets.read(ticket)}` };
    },

    async receive(token, body) {
      const ticket = await tickets.toUpload(token);
      const here = ticket && site(ticket.site);
      if (!ticket || !here) return failure('not_found');
      const upload = await room.read(ticket.author, idOf(ticket), body);
      if (upload === 'busy') return failure(upload, { retryAfterMs: 2000 });
      if (typeof upload === 'string') return failure(upload);
      try {
        return await keep(here, ticket, upload.bytes);
      } finally {
        upload.leave();
      }
    },

    async read(token, reader) {
      const ticket = await tickets.toRead(token);
      const found =
        ticket && (await reads.execute(() => (reader.destroyed ? undefined : bytes(ticket.file))));
      if (!ticket || !found || reader.destroyed) return undefined;
      wayOut.enter(reader, ticket.conversation ?? '', found.length);
      return { ...ticket, bytes: found };
    },
  };
}

function filesIn({ view }: Conversation) {
  return view.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.file ? [{ ...entry, file: entry.file }] : [],
  );
}
