// The way into the log: masks what people wrote, lets the row follow from the events, appends, and publishes what
// was stored. The last step of a turn, and of everything else that happens in a conversation.

import type { Conversation } from '../../shared/conversation.ts';
import { eventBodySchema } from '../../shared/event-schema.ts';
import type { Event, SentEvent } from '../../shared/events.ts';
import type { Append, Appended, ConversationRow, NewConversation, Store } from '../store/store.ts';
import { type Capacity, createFoldCache, type Loaded } from './fold-cache.ts';
import { createMask, type Mask } from './mask.ts';
import { maskEvents } from './mask-events.ts';
import { rowChanges } from './row-changes.ts';
import { type Reader, readSentEvents } from './sent-events.ts';

/** What was stored just now, for those who are connected. */
export interface Publication {
  conversation: string;
  site: string;
  /** As it is after these events. */
  row: ConversationRow;
  events: Event[];
  /** For each reader the seq of the last event before these that they may see: `before` of sentEvents. */
  before: Record<Reader, number>;
}

export interface RecorderDeps {
  store: Store;
  /** A hint to whoever listens; the truth is in the store, so that a failure here fails nothing. */
  publish: (publication: Publication) => void | Promise<void>;
  /** The mask of a site, by its id (P1). Absent: card numbers only. */
  maskOf?: (site: string) => Mask;
  /** Hears of what `publish` throws. Default: standard error. */
  warn?: (error: unknown) => void;
  /** What is kept folded. Default: a thousand conversations, 32 MB. */
  cached?: Capacity;
  /**
   * Nobody else writes to this store in the ordinary course of things (one node, the embedded file): then what was
   * seen last is taken for what stands, until a write that says so is refused. Default: it is always looked at.
   */
  alone?: boolean;
}

export interface Recorder {
  /** Row and fold of the same moment; undefined when there is no such conversation. */
  load(conversation: string): Promise<Loaded | undefined>;
  /** The same when alone, but as it was last seen or written here: for a write that says so by `expect`. */
  lately(conversation: string): Promise<Loaded | undefined>;
  /** As the store's `begin`, published when it did begin. */
  begin(conversation: NewConversation): Promise<{ row: ConversationRow; events: Event[]; begun: boolean }>;
  /**
   * As the store's `append`; status, customer, place in line, agent, fence and service follow from the events
   * (what `append.row` says goes first). What people wrote is masked, but not the references in `known`, which
   * are the customer's own. `seen`: as it was loaded just now, at the seq that `append.expect` names; it is not
   * loaded once more then.
   */
  append(append: Append, known?: string[], seen?: Loaded): Promise<Recorded>;
  /** What the reader may see after `after`; the caller has checked that it is theirs. */
  read(conversation: string, reader: Reader, after: number): Promise<SentEvent[]>;
  /** What was stored after `after`, as it would have been published; undefined when nothing was. */
  since(conversation: string, after: number): Promise<Publication | undefined>;
}

/** With what the conversation has become, where that is known without another look. */
export type Recorded = Appended & { conversation?: Conversation | undefined };

/** Others may write in between; more often than this in a row is a fault, not a race. */
const attempts = 50;

export function createRecorder(deps: RecorderDeps): Recorder {
  const { store } = deps;
  const warn = deps.warn ?? ((error) => console.error('A publication failed:', error));
  const cards = createMask([]);
  const maskOf = deps.maskOf ?? (() => cards);
  const folds = createFoldCache(store, deps.cached ?? { conversations: 1000, bytes: 32 * 2 ** 20 });
  const inHand = (id: string) => (deps.alone ? folds.lately(id) : undefined);
  /** What was seen lately, unless the write is to go on from another seq: its row would then be put back. */
  const heldFor = ({ conversation, expect }: Append) => {
    const held = inHand(conversation);
    return expect === undefined || expect === held?.row.seq ? held : undefined;
  };
  const inTurn = createTurns();

  function publish(publication: Publication): void {
    try {
      Promise.resolve(deps.publish(publication)).catch(warn);
    } catch (error) {
      warn(error);
    }
  }

  async function append(wanted: Append, known: string[], seen?: Loaded): Promise<Recorded> {
    for (let attempt = 1; ; attempt++) {
      const isCurrent = seen !== undefined && seen.row.seq === wanted.expect;
      const held = attempt === 1 ? heldFor(wanted) : undefined;
      const loaded = isCurrent ? seen : (held ?? (await folds.load(wanted.conversation)));
      if (!loaded) return { ok: false, why: 'not_found' };
      const { row, conversation } = loaded;
      const parsed = wanted.events.map((body) => eventBodySchema.parse(body));
      const own = [...known, ...conversation.inside.references];
      const events = maskEvents(parsed, conversation.view, maskOf(row.site), own);
      const changes = rowChanges(row, conversation, events, wanted.at);
      const expect = wanted.expect ?? (changes || held ? row.seq : undefined);
      const service = wanted.service ?? changes?.service;
      const appended = await store.append({
        ...wanted,
        events,
        row: { ...changes?.row, ...wanted.row },
        raiseFence: wanted.raiseFence || (changes?.raiseFence ?? false),
        ...(expect === undefined ? {} : { expect }),
        ...(service ? { service } : {}),
      });
      const raced = !appended.ok && appended.why === 'moved' && wanted.expect === undefined;
      // What was masked as it lately was may look like another text under the same id.
      const outdated = !appended.ok && appended.why === 'conflict' && held !== undefined;
      if ((raced || outdated) && attempt < attempts) continue;
      if (!appended.ok) return appended;
      if (appended.events.length === 0) {
        folds.advance(appended.row, []);
        return appended;
      }
      return { ...appended, conversation: await published(loaded, appended) };
    }
  }

  /** Between loading and storing others may have written: then what came before is asked for once more. */
  async function published(
    loaded: Loaded,
    appended: Extract<Appended, { ok: true }>,
  ): Promise<Conversation | undefined> {
    const { events, row } = appended;
    const first = events[0]!.seq;
    const conversation = folds.advance(row, events);
    const customer =
      loaded.row.seq === first - 1
        ? loaded.conversation.view.seq
        : ((await readSentEvents(store, row.id, 'customer', 0)).findLast((e) => e.seq < first)?.seq ?? 0);
    publish({ conversation: row.id, site: row.site, row, events, before: { customer, agent: first - 1 } });
    return conversation;
  }

  return {
    load: folds.load,
    lately: async (id) => inHand(id) ?? folds.load(id),
    async begin(conversation) {
      const events = conversation.events.map((body) => eventBodySchema.parse(body));
      const begun = await store.begin({ ...conversation, events });
      if (begun.begun) {
        const { row } = begun;
        const before = { customer: 0, agent: 0 };
        publish({ conversation: row.id, site: row.site, row, events: begun.events, before });
      }
      return begun;
    },
    append: (wanted, known = [], seen) => inTurn(wanted.conversation, () => append(wanted, known, seen)),
    read: (conversation, reader, after) => readSentEvents(store, conversation, reader, after),
    async since(conversation, after) {
      const events = await store.read(conversation, after);
      const row = await store.conversation(conversation);
      if (!row || events.length === 0) return undefined;
      const [seen] = await readSentEvents(store, conversation, 'customer', after);
      const before = { customer: seen?.prev ?? 0, agent: after };
      return { conversation, site: row.site, row, events, before };
    },
  };
}

/** One at a time for each conversation of this process, so that publications leave in the order of the log. */
function createTurns(): <T>(conversation: string, run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (conversation, run) => {
    const before = last.get(conversation) ?? Promise.resolve();
    const result = before.then(run, run);
    last.set(conversation, result);
    const done = () => {
      if (last.get(conversation) === result) last.delete(conversation);
    };
    result.then(done, done);
    return result;
  };
}
