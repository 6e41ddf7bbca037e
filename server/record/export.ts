// The log as NDJSON: one line for each event, with whose conversation it is. For `handrail export`, for a customer
// who asks for what is kept about them, and for whoever wants to count.
import type { ConversationRow, Store } from '../store/store.ts';

type ExportStore = Pick<Store, 'conversation' | 'conversationsOf' | 'conversationIds' | 'read'>;

export type ExportOf =
  | { conversation: string }
  | { site: string; customer: string }
  | { site: string; visitor: string }
  /** Everything, or everything of one site. */
  | { all: true; site?: string };

export interface ExportProgress {
  conversations: number;
  events: number;
}

const page = 200;

/**
 * Gives the lines, each with its line end, as they are read: `{conversation, site, channel, visitor, customer,
 * seq, at, type, …}`. Erased contents are not in it.
 */
export async function* exportLines(
  store: ExportStore,
  of: ExportOf,
  onProgress?: (progress: ExportProgress) => void,
): AsyncGenerator<string> {
  const progress: ExportProgress = { conversations: 0, events: 0 };
  for await (const row of rowsOf(store, of)) {
    const { id: conversation, site, channel, visitor, customer } = row;
    for (let after = 0; ; ) {
      const events = await store.read(conversation, after, page);
      for (const event of events) {
        yield `${JSON.stringify({ conversation, site, channel, visitor, customer, ...event })}\n`;
      }
      progress.events += events.length;
      if (events.length < page) break;
      after = events.at(-1)!.seq;
    }
    progress.conversations += 1;
    onProgress?.({ ...progress });
  }
}

async function* rowsOf(store: ExportStore, of: ExportOf): AsyncGenerator<ConversationRow> {
  if ('conversation' in of) {
    const row = await store.conversation(of.conversation);
    if (row) yield row;
  } else if ('customer' in of) {
    yield* await store.conversationsOf(of.site, { customer: of.customer });
  } else if ('visitor' in of) {
    yield* await store.conversationsOf(of.site, { visitor: of.visitor });
  } else {
    yield* allRows(store, of.site);
  }
}

async function* allRows(store: ExportStore, site: string | undefined): AsyncGenerator<ConversationRow> {
  for (let after = ''; ; ) {
    const ids = await store.conversationIds({ after, limit: page, ...(site === undefined ? {} : { site }) });
    for (const id of ids) {
      const row = await store.conversation(id);
      if (row) yield row;
    }
    if (ids.length < page) return;
    after = ids.at(-1)!;
  }
}
