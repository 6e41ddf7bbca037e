// Conversations, events and timers of the store in memory. Rows and events are replaced, never changed, so that
// they are handed out without copying.
import type { Event, EventBody, EventType } from '../../shared/events.ts';
import { canonicalJson } from './canonical-json.ts';
import { countConfirmed, latestOf } from './memory-actions.ts';
import { memoryChain } from './memory-chain.ts';
import { mayCollide, refusal, rowAfter } from './refusal.ts';
import type { Found, Search } from './search.ts';
import { latestEach, searchedText, searchedTypes, searchFor, withRows } from './search-texts.ts';
import type {
  Append,
  Appended,
  ConversationRow,
  Erased,
  HistoryPage,
  NewConversation,
  RungAlert,
  Service,
  Store,
  Timer,
  Who,
} from './store.ts';
import { alertTimer, callTimers, longestCall } from './under-way.ts';

interface Kept {
  row: ConversationRow;
  /** A content that was erased is undefined. */
  events: (Event | undefined)[];
  chain: ReturnType<typeof memoryChain>;
}

const queued = ['waiting', 'left'];

export function memoryConversations(services: Service[]) {
  const kept = new Map<string, Kept>();
  const seen = new Map<string, { conversation: string; seq: number }>();
  const files = new Map<string, { conversation: string; bytes: Uint8Array }>();
  const timers = new Map<string, { timer: Timer; wake: number }>();
  const key = (...parts: string[]) => JSON.stringify(parts);

  const rows = () => [...kept.values()].map((one) => one.row);
  const isOf = (row: ConversationRow, who: Who) =>
    'customer' in who ? row.customer === who.customer : row.visitor === who.visitor;
  const open = (site: string, who: Who) =>
    rows().find((row) => row.site === site && row.status !== 'resolved' && isOf(row, who));

  function openOfEither(site: string, visitor: string, customer: string | null): ConversationRow | undefined {
    return (customer ? open(site, { customer }) : undefined) ?? open(site, { visitor });
  }

  function add(conversation: Kept, at: number, bodies: EventBody[]): Event[] {
    const events = bodies.map((body, index) => {
      const content = canonicalJson(body);
      const seq = conversation.row.seq + index + 1;
      conversation.chain.add({ seq, at, type: body.type, content });
      return { ...(JSON.parse(content) as EventBody), seq, at };
    });
    conversation.events.push(...events);
    conversation.row = { ...conversation.row, seq: conversation.row.seq + events.length };
    return events;
  }

  function seenBefore(site: string, client: NonNullable<Append['client']>, body: EventBody | undefined) {
    const first = seen.get(key(site, client.author, client.id));
    if (!first) return undefined;
    const { row, events } = kept.get(first.conversation)!;
    const event = events[first.seq - 1];
    const { seq: _, at: __, ...stored } = event ?? { seq: 0, at: 0 };
    const same = body !== undefined && event !== undefined && canonicalJson(stored) === canonicalJson(body);
    const again: Appended = same
      ? { ok: true, events: [], row, seenAt: first.seq }
      : { ok: false, why: 'conflict', row };
    return again;
  }

  function changeTimers({ id, site }: ConversationRow, append: Append, firstSeq: number): void {
    for (const { name, ref } of append.clearTimers ?? []) {
      for (const [place, { timer }] of timers) {
        const meant = timer.conversation === id && timer.name === name && (ref ?? timer.ref) === timer.ref;
        if (meant) timers.delete(place);
      }
    }
    for (const { name, ref = String(firstSeq), due } of append.setTimers ?? []) {
      timers.set(key(id, name, ref), { timer: { conversation: id, site, name, ref, due }, wake: due });
    }
  }

  const inHand = ({ agent, sites }: NonNullable<Append['room']>, but: string): number =>
    rows().filter(
      (row) =>
        row.status === 'claimed' && row.agent?.id === agent && row.id !== but && sites.includes(row.site),
    ).length;

  const logged = (site: string) =>
    [...kept.values()]
      .filter(({ row }) => row.site === site)
      .flatMap(({ row, events }) =>
        events.flatMap((event) => (event ? [{ conversation: row.id, event }] : [])),
      );

  return {
    begin({ events: bodies, at, ...of }: NewConversation): Awaited<ReturnType<Store['begin']>> {
      const already = openOfEither(of.site, of.visitor, of.customer);
      if (already) return { row: already, events: [], begun: false };
      const row: ConversationRow = {
        ...of,
        status: 'assistant',
        seq: 0,
        fence: 0,
        createdAt: at,
        updatedAt: at,
        queuedAt: null,
        priority: 0,
        claimedAt: null,
        agent: null,
      };
      const conversation: Kept = { row, events: [], chain: memoryChain(of.id, of.site) };
      kept.set(of.id, conversation);
      const events = add(conversation, at, bodies);
      return { row: conversation.row, events, begun: true };
    },

    append(append: Append): Appended {
      const conversation = kept.get(append.conversation);
      if (!conversation) return { ok: false, why: 'not_found' };
      const { row } = conversation;
      const again = append.client && seenBefore(row.site, append.client, append.events[0]);
      if (again) return again;
      const refused = refusal(row, append);
      if (refused) return { ok: false, why: refused, row };
      if (append.room && inHand(append.room, row.id) >= append.room.most)
        return { ok: false, why: 'full', row };
      const after = rowAfter(row, append);
      if (mayCollide(row, after)) {
        const others = rows().filter((other) => other.id !== row.id && other.status !== 'resolved');
        const of = others.filter((other) => other.site === row.site);
        const other =
          of.find((one) => after.customer !== null && one.customer === after.customer) ??
          of.find((one) => one.visitor === after.visitor);
        if (other) return { ok: false, why: 'occupied', row: other };
      }
      conversation.row = after;
      const events = add(conversation, append.at, append.events);
      const firstSeq = events[0]?.seq ?? row.seq;
      const { client, service } = append;
      if (client) seen.set(key(row.site, client.author, client.id), { conversation: row.id, seq: firstSeq });
      if (append.file) files.set(append.file.id, { conversation: row.id, bytes: append.file.bytes });
      changeTimers(row, append, firstSeq);
      if (service) services.push({ site: row.site, ...service });
      return { ok: true, events, row: conversation.row };
    },

    read(id: string, after = 0, limit = Number.POSITIVE_INFINITY): Event[] {
      const events = (kept.get(id)?.events ?? []).slice(after).filter((event) => event !== undefined);
      return events.slice(0, limit);
    },
    conversation: (id: string) => kept.get(id)?.row,
    file: (id: string) => files.get(id)?.bytes,
    openFor: open,
    conversationsOf: (site: string, who: Who) =>
      rows()
        .filter((row) => row.site === site && isOf(row, who))
        .sort((a, b) => b.createdAt - a.createdAt || byText(b.id, a.id)),
    historyOf: (
      site: string,
      who: Who,
      { limit, before = { at: Number.MAX_SAFE_INTEGER, id: '' } }: HistoryPage,
    ) =>
      rows()
        .filter((row) => row.site === site && isOf(row, who) && ('customer' in who || row.customer === null))
        .filter((row) => row.createdAt < before.at || (row.createdAt === before.at && row.id < before.id))
        .sort((a, b) => b.createdAt - a.createdAt || byText(b.id, a.id))
        .slice(0, limit),
    list(sites: string[], statuses: ConversationRow['status'][], limit: number): ConversationRow[] {
      const wanted = rows().filter((row) => sites.includes(row.site) && statuses.includes(row.status));
      return wanted.sort(inLine).slice(0, limit);
    },
    search({ sites, text, limit, depth }: Search): Found[] {
      const fits = searchFor(text);
      if (!fits) return [];
      const all = [...kept.values()].filter(({ row }) => sites.includes(row.site));
      const texts = searchedTypes.flatMap((type) =>
        [...new Set(sites)].flatMap((site) =>
          all
            .filter(({ row }) => row.site === site)
            .flatMap(({ row, events }) =>
              events.flatMap((event) => (event?.type === type ? (searchedText(row.id, event) ?? []) : [])),
            )
            .sort((a, b) => b.at - a.at)
            .slice(0, depth),
        ),
      );
      const hits = latestEach(
        texts.filter((one) => fits(one.text)),
        limit,
      );
      return withRows(
        hits,
        hits.map(({ conversation }) => kept.get(conversation)?.row),
      );
    },
    setAlert(site: string, { conversation, ref, due }: RungAlert): void {
      const timer = { conversation, site, name: 'alert', ref, due };
      timers.set(key(conversation, 'alert', ref), { timer, wake: due });
    },
    confirmedCounts: (site: string, since: number, until: number, bucket: number) =>
      countConfirmed(logged(site), since, until, bucket),
    eventsOf: (site: string, types: EventType[], since: number, limit: number) =>
      latestOf(logged(site), types, since, limit),
    chain: (id: string) => kept.get(id)?.chain.links() ?? [],
    conversationIds({ after = '', limit, site, before }: Parameters<Store['conversationIds']>[0]): string[] {
      return rows()
        .filter((row) => row.id > after && (site === undefined || row.site === site))
        .filter((row) => before === undefined || row.updatedAt < before)
        .map((row) => row.id)
        .sort(byText)
        .slice(0, limit);
    },

    erase(id: string, by: string, why: string, at: number, before = Number.POSITIVE_INFINITY): Erased {
      const conversation = kept.get(id);
      if (conversation && conversation.row.updatedAt >= before) return false;
      const mine = [...timers].filter(([, { timer }]) => timer.conversation === id);
      if (mine.some(([, { timer }]) => callTimers.includes(timer.name) && timer.due > at - longestCall))
        return 'under-way';
      if (!conversation?.events.some((event) => event && event.type !== 'erased')) return false;
      conversation.chain.erase((type) => type !== 'erased');
      conversation.events = conversation.events.map((event) =>
        event?.type === 'erased' ? event : undefined,
      );
      for (const [place, first] of seen) if (first.conversation === id) seen.delete(place);
      for (const [place, { timer }] of mine) if (timer.name !== alertTimer) timers.delete(place);
      for (const [place, file] of files) if (file.conversation === id) files.delete(place);
      const { row } = conversation;
      const nobody = { visitor: '', customer: null, queuedAt: null, claimedAt: null, agent: null };
      const updatedAt = Math.max(row.updatedAt, at);
      conversation.row = { ...row, ...nobody, status: 'resolved', fence: row.fence + 1, updatedAt };
      add(conversation, at, [{ type: 'erased', by, why }]);
      return true;
    },

    takeDue(now: number, lease: number, limit: number, ahead = Number.POSITIVE_INFINITY): Timer[] {
      const mayTake = ({ timer, wake }: { timer: Timer; wake: number }) =>
        wake <= now || (timer.name === 'turn' && wake > now + ahead);
      const due = [...timers.values()].filter(mayTake).sort((a, b) => a.wake - b.wake);
      const taken = due.slice(0, limit);
      for (const one of taken) one.wake = now + lease;
      return taken.map((one) => one.timer).sort((a, b) => a.due - b.due);
    },
    nextDue(): number | undefined {
      const wakes = [...timers.values()].map((one) => one.wake);
      return wakes.length === 0 ? undefined : Math.min(...wakes);
    },
  };
}

/** Those in line by their place, then the others, latest first. */
function inLine(a: ConversationRow, b: ConversationRow): number {
  const waits = (row: ConversationRow) => queued.includes(row.status);
  if (waits(a) !== waits(b)) return waits(a) ? -1 : 1;
  const order = waits(a)
    ? a.priority - b.priority || (a.queuedAt ?? 0) - (b.queuedAt ?? 0)
    : b.updatedAt - a.updatedAt;
  return order || byText(a.id, b.id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
