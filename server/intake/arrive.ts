// A customer's connection finds its conversation: the one that is open, the one that the page shows, one of theirs
// that ended a short while ago, or a new one. What is another's is never touched: then a new visitor begins. Who
// signs in takes along what they said here before.
import { type Ack, failure } from '../../shared/errors.ts';
import type { EventBody } from '../../shared/events.ts';
import { freeLapsed, lapseOpen } from '../handoff/desk-lapse-open.ts';
import type { Loaded } from '../record/fold-cache.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Site } from '../site/site.ts';
import type { ConversationRow, Store } from '../store/store.ts';
import { goesOnWith } from './goes-on-with.ts';
import type { Identity } from './verify-identity.ts';

export interface Arriving {
  site: Site;
  /** From this visitor's own token; absent: nobody we know. */
  visitor?: string;
  identity?: Identity;
  locale: string;
  /** The conversation that the page shows, as it says. */
  shown?: string;
}

export interface Arrived {
  visitor: string;
  row: ConversationRow;
  /** It was begun just now and has not been greeted. */
  begun?: boolean;
  /** It goes on in place of another of this customer's, whose pages are to move on to it. */
  instead?: true;
}

export interface ArrivePorts {
  store: Pick<Store, 'conversation' | 'openFor' | 'conversationsOf'>;
  record: Pick<Recorder, 'begin' | 'append' | 'load'>;
  /** A fresh, unguessable id. */
  newId(): string;
  /** Epoch ms. */
  now(): number;
}

/** Whether this conversation is this customer's, or, as long as nobody signed in, this visitor's. */
export function owns(
  row: ConversationRow,
  who: { site: { id: string }; visitor: string; identity?: Identity | undefined },
): boolean {
  if (row.site !== who.site.id) return false;
  if (row.customer !== null) return row.customer === who.identity?.customer;
  return row.visitor === who.visitor;
}

type Open = Omit<Arrived, 'visitor'>;
type Known = Pick<Arriving, 'site' | 'identity'> & { visitor: string };

const isEnded = ({ row }: Loaded): boolean => row.status === 'resolved';

/** Milliseconds after its end for which a return finds a conversation as it was left: a day. */
const goneOnWithin = 86_400_000;

export interface Arrival {
  arrive(arriving: Arriving): Promise<Arrived>;
  /** After one was resolved: a new one. While one is open that is a conflict. */
  begin(
    who: Omit<Arriving, 'visitor' | 'shown'> & { visitor: string },
  ): Promise<Ack<{ row: ConversationRow }>>;
}

export function createArrival({ store, record, newId, now }: ArrivePorts): Arrival {
  const begin = ({ site, visitor, identity, locale }: Parameters<Arrival['begin']>[0]) => {
    const events: EventBody[] = [{ type: 'opened', visitor, channel: 'web', locale, site: site.id }];
    if (identity) events.push(identified(identity));
    const customer = identity?.customer ?? null;
    return record.begin({ id: newId(), site: site.id, channel: 'web', visitor, customer, at: now(), events });
  };

  /** The visitor as known, unless that browser was last someone else's: then a fresh one. */
  const visitorFor = async ({ site, visitor, identity }: Arriving): Promise<string> => {
    if (!visitor) return newId();
    const [latest] = await store.conversationsOf(site.id, { visitor });
    const foreign = latest && latest.customer !== null && latest.customer !== identity?.customer;
    return foreign ? newId() : visitor;
  };

  /** The visitor's anonymous conversation becomes the customer's. Undefined when it cannot. */
  const attach = async (row: ConversationRow, identity: Identity): Promise<ConversationRow | undefined> => {
    const appended = await record.append({
      conversation: row.id,
      at: now(),
      events: [identified(identity)],
      expect: row.seq,
    });
    return appended.ok ? appended.row : undefined;
  };

  const openOne = async (who: Known): Promise<Open | undefined> => {
    const { site, visitor, identity } = who;
    const own = identity && (await store.openFor(site.id, { customer: identity.customer }));
    if (own?.visitor === visitor) return { row: own };
    const here = await store.openFor(site.id, { visitor });
    const isAnonymous = here && here.customer === null;
    if (own) return isAnonymous ? oneOf(own, here, { ...who, identity }) : { row: own };
    if (!isAnonymous || !identity) return here && owns(here, who) ? { row: here } : undefined;
    // Something may have been written into it meanwhile; then once more with what it is now.
    const row = await attach(here, identity);
    return row ? { row } : openOne(who);
  };

  /** Their own, open from before, or the one in which they spoke as nobody yet; the other stands among the ended ones. */
  const oneOf = async (
    own: ConversationRow,
    here: ConversationRow,
    who: Known & { identity: Identity },
  ): Promise<Open | undefined> => {
    const [before, said] = await Promise.all([record.load(own.id), record.load(here.id)]);
    if (!before || !said) return { row: own };
    // Arrived at another node meanwhile, and perhaps as somebody else: what was ended or attached there is left as it is.
    if (said.row.customer !== null || isEnded(said) || isEnded(before)) return openOne(who);
    const { goesOn, ends } = goesOnWith(before, said, now());
    if (!ends) return { row: own };
    // One after the other, since only one may be open: where this process dies in between, the next arrival attaches.
    if (!(await end(ends, who.identity))) return openOne(who);
    if (goesOn === before) return { row: own };
    const row = await attach(said.row, who.identity);
    const open = row ? { row } : await openOne(who);
    return open && { ...open, instead: true };
  };

  const end = async (ends: Loaded, identity: Identity): Promise<boolean> => {
    const events: EventBody[] = lapseOpen(ends, 'ended');
    if (ends.row.customer === null) events.push(identified(identity));
    events.push({ type: 'resolved', outcome: 'moved', by: 'customer' });
    const { id, seq } = ends.row;
    const setTimers = freeLapsed(ends, now());
    const ended = await record.append({ conversation: id, at: now(), events, expect: seq, setTimers });
    return ended.ok;
  };

  /** N2: what ended a short while ago in this browser is gone on with, not told anew. */
  const lately = async (who: { site: Site; visitor: string; identity?: Identity }) => {
    const [latest] = await store.conversationsOf(who.site.id, { visitor: who.visitor });
    const fresh = latest?.status === 'resolved' && now() - latest.updatedAt < goneOnWithin;
    return fresh && owns(latest, who) ? latest : undefined;
  };

  return {
    async arrive(arriving) {
      const visitor = await visitorFor(arriving);
      const { site, locale, shown, identity } = arriving;
      const who = { site, visitor, locale, ...(identity ? { identity } : {}) };
      const open = await openOne(who);
      if (open) return { visitor, ...open };
      const before = shown ? await store.conversation(shown) : undefined;
      if (before && owns(before, who)) return { visitor, row: before };
      const ended = await lately(who);
      if (ended) return { visitor, row: ended };
      const { row, begun } = await begin(who);
      return { visitor, row, begun };
    },

    async begin(who) {
      const { row, begun } = await begin(who);
      if (begun) return { ok: true, row };
      // What stands open here from before they signed in becomes theirs: refused, they could begin none from this page.
      const open = who.identity && row.customer === null ? await openOne(who) : undefined;
      if (!open) return failure('conflict', { message: 'A conversation is still open; go on in that one.' });
      return { ok: true, row: open.row };
    },
  };
}

function identified({ customer, name, email, vip }: Identity): EventBody {
  return {
    type: 'identified',
    customer,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(vip === undefined ? {} : { vip }),
  };
}
