// All that stands between the server and the screen: whose session it is, the socket, the thread as it is stored, the
// outbox, and the person's other pages. No DOM: tests and the chaos bench drive exactly this in Node.
import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { CustomerView } from '../../shared/conversation.ts';
import { protocolVersion, type Welcome } from '../../shared/protocol.ts';
import type { BrowserStorage } from '../ui/browser-storage.ts';
import type { Clock } from '../ui/clock.ts';
import { type JoinTabs, onlyTab, type Tabs } from '../ui/tabs.ts';
import type { CustomerConnection } from './customer-connection.ts';
import { createOutbox, type Outbox, type Parcel } from './outbox-model.ts';
import { parseTabSays, type TabSays } from './tab-says.ts';
import { createThread, type Thread } from './thread-model.ts';
import { keepVigil } from './vigil.ts';
import { subjectOf, type VisitorMemory, visitorMemory } from './visitor-memory.ts';

export interface LinkParts {
  site: string;
  /** Makes the connection; `auth` is asked for at each attempt. */
  connect(auth: () => object): CustomerConnection;
  storage: BrowserStorage;
  clock: Clock;
  /** 0..1, for the jitter. */
  random(): number;
  joinTabs: JoinTabs;
  /** BCP 47; asked for at each attempt. */
  locale(): string;
  /** Another page of this person said something that is not the link's own matter. */
  heard?(said: TabSays): void;
  /** The server no longer takes the identity that the page gave. */
  identityRefused?(): void;
}

export interface ConversationLink {
  readonly connection: CustomerConnection;
  readonly thread: Thread;
  readonly outbox: Outbox;
  readonly memory: ReadonlySignal<VisitorMemory>;
  /** Of the connection that stands now. */
  readonly welcome: ReadonlySignal<Welcome | undefined>;
  /** Connected and welcomed. */
  readonly online: ReadonlySignal<boolean>;
  /** Connects, and from then on by itself; before it nothing is stored and no other page is spoken to (O1). */
  open(): void;
  /**
   * Who the page says is there: a JWT, '' after a log-out, undefined while it has not said. An anonymous conversation
   * goes along (`attached`), another person's leaves no trace (`anew`; P3).
   */
  identify(identity: string | undefined): 'same' | 'attached' | 'anew';
  tell(said: TabSays): void;
  dispose(): void;
}

/** How long an event may be on its way after the acknowledgement that it is stored. */
const hintMs = 1500;

/** The link of one panel. */
export function createConversationLink(parts: LinkParts): ConversationLink {
  const { site, storage, clock, random } = parts;
  const memory = signal(visitorMemory(storage, site, ''));
  const welcome = signal<Welcome>();
  let identity: string | undefined;
  let saidIdentity: string | undefined;
  let opened = false;
  let tokenRefused = false;
  /** This page came without a session, as another one may have at the same moment. */
  let arrivedAnew = false;
  let tabs: Tabs = onlyTab('', hear);

  const connection = parts.connect(() => {
    // Who signs in goes on as the visitor that they were just now, not as the one of an earlier time: by it the
    // conversation that is open, and what is under way to it, are known as theirs.
    const token = anonymous().token() ?? memory.peek().token();
    arrivedAnew = token === undefined && identity === undefined;
    return {
      protocol: protocolVersion,
      site,
      locale: parts.locale(),
      // What is undefined does not go out.
      token,
      identity,
      after: thread.after(),
    };
  });
  const online = computed(() => connection.state.value === 'online' && welcome.value !== undefined);
  const thread = createThread(async (conversation, after) => {
    const answer = await connection.send('sync', { conversation, after });
    if (answer.ok) return answer.events;
    // Refused for now: nothing else would ask for it once more.
    if (answer.error.code !== 'not_found') expect(after + 1);
    return undefined;
  });
  const outbox = createOutbox({
    memory: memory.peek(),
    clock,
    random,
    online,
    send: (sent) => connection.send(sent.event, sent.payload as never),
    isShown: (parcel) => isShown(parcel, thread.view.peek()),
    stored: expect,
  });

  connection.on('welcome', (said) => {
    tokenRefused = false;
    const kept = memory.peek();
    kept.keepToken(said.token);
    // The anonymous conversation is now the customer's; nobody else on this device is to have it.
    if (kept.subject) anonymous().keepToken(undefined);
    thread.enter(said.conversation.id);
    welcome.value = said;
    // What was missed follows by itself; should that be lost, it is asked for.
    expect(said.conversation.seq);
    if (arrivedAnew) tabs.tell(session(said));
  });
  connection.on('events', (said) => thread.take(said));

  const disposers = [
    effect(() => {
      if (connection.state.value !== 'online') welcome.value = undefined;
    }),
    effect(() => {
      thread.view.value;
      untracked(outbox.settle);
    }),
    effect(() => {
      if (connection.refusal.value?.code === 'unauthorized') untracked(unauthorized);
    }),
    keepVigil({ clock, random, online, view: thread.view, catchUp: () => void thread.catchUp() }),
    outbox.dispose,
  ];

  return {
    connection,
    thread,
    outbox,
    memory,
    welcome,
    online,
    open() {
      if (opened) return;
      opened = true;
      moveTo(memory.peek(), false);
      connection.open();
    },
    identify(next) {
      if (next === saidIdentity) return 'same';
      const former = memory.peek();
      const subject = subjectOf(next);
      saidIdentity = next;
      identity = next || undefined;
      const same = subject === former.subject && next !== '';
      if (same && connection.state.peek() === 'online') return 'same';
      connection.close();
      // Nothing of a person who was signed in stays for the next one, nor after a log-out.
      if (next === '' || (former.subject !== '' && !same)) former.forget();
      const attaches = former.subject === '' && subject !== '';
      if (!same) moveTo(visitorMemory(storage, site, subject), attaches);
      if (!same && !attaches) thread.clear();
      if (opened) connection.open();
      return same ? 'same' : attaches ? 'attached' : 'anew';
    },
    tell: (said) => tabs.tell(said),
    dispose() {
      for (const dispose of disposers) dispose();
      tabs.leave();
      connection.close();
    },
  };

  function anonymous(): VisitorMemory {
    return visitorMemory(storage, site, '');
  }

  /** Another person's pages are other pages. */
  function moveTo(next: VisitorMemory, keep: boolean): void {
    tabs.leave();
    batch(() => {
      memory.value = next;
      if (opened) tabs = parts.joinTabs(`handrail/${site}/${encodeURIComponent(next.subject)}`, hear);
      outbox.moveTo(next, tabs, keep);
    });
  }

  function expect(seq: number): void {
    clock.after(hintMs, () => {
      if (online.peek() && thread.view.peek().seq < seq) void thread.catchUp();
    });
  }

  function hear(told: unknown): void {
    const said = parseTabSays(told);
    if (said?.type === 'parcel' || said?.type === 'gone') outbox.hear(said);
    else if (said?.type === 'session') meet(said);
    else if (said) parts.heard?.(said);
  }

  /** Two pages arrived at once without a session: that of the one where something was said is both's, or the lower. */
  function meet(other: Extract<TabSays, { type: 'session' }>): void {
    const welcomed = welcome.peek();
    if (!arrivedAnew || other.visitor === welcomed?.visitor) return;
    const mine = welcomed && session(welcomed);
    if (mine && (mine.spoken === other.spoken ? mine.visitor < other.visitor : mine.spoken)) {
      memory.peek().keepToken(mine.token);
      tabs.tell(mine);
    } else if (!mine?.spoken) {
      memory.peek().keepToken(other.token);
      thread.clear();
      connection.reopen();
    }
  }

  /** What is on its way from here counts as said: it may be stored by now. */
  function session({ visitor, token }: Welcome): Extract<TabSays, { type: 'session' }> {
    const spoken =
      (tabs.leads.peek() && outbox.parcels.peek().length > 0) ||
      thread.view.peek().entries.some((entry) => entry.kind === 'message' && entry.from === 'customer');
    return { type: 'session', visitor, token, spoken };
  }

  function unauthorized(): void {
    if (identity) parts.identityRefused?.();
    else if (!tokenRefused) {
      // The session is unknown here, as after the server's secret changed: begin anew, once.
      tokenRefused = true;
      memory.peek().keepToken(undefined);
      connection.reopen();
    }
  }
}

/** Whether the conversation shows what was sent, by its id; what is stored further back than it has come is elsewhere. */
function isShown({ payload, seq = Infinity }: Parcel, view: CustomerView): boolean {
  return (
    view.seq >= seq ||
    view.entries.some((entry) =>
      entry.kind === 'message'
        ? entry.clientId === payload.id
        : entry.kind === 'question' && entry.answer?.clientId === payload.id,
    )
  );
}
