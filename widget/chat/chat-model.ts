// The panel's state in one place: who is there, the conversation, what is under way. Components only read it and
// call its actions. Nothing connects and nothing is stored before the page says open, or quiet (O1).
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { PageState, PanelSays } from '../../shared/bridge.ts';
import type { CustomerView, Entry } from '../../shared/conversation.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import { protocolVersion, type Welcome } from '../../shared/protocol.ts';
import type { BrowserStorage } from '../ui/browser-storage.ts';
import type { Clock } from '../ui/clock.ts';
import type { ConnectionState } from '../ui/connection.ts';
import { type CustomerActions, customerActions } from './customer-actions.ts';
import type { CustomerConnection } from './customer-connection.ts';
import { createOutbox, type Outbox } from './outbox-model.ts';
import { createThread } from './thread-model.ts';
import { createTyping, type Typing } from './typing-model.ts';
import { createUnread } from './unread-model.ts';
import { subjectOf, visitorMemory } from './visitor-memory.ts';
import { createWait, type WaitModel } from './wait-model.ts';

export interface ChatParts {
  config: FrameConfig;
  page: ReadonlySignal<PageState | undefined>;
  say(message: PanelSays): void;
  /** Makes the connection; `auth` is asked for at each attempt. */
  connect(auth: () => object): CustomerConnection;
  storage: BrowserStorage;
  clock: Clock;
  newId(): string;
  /** The locale that the panel speaks (BCP 47). */
  locale: ReadonlySignal<string>;
}

export interface Chat extends CustomerActions {
  readonly config: FrameConfig;
  readonly clock: Clock;
  readonly page: ReadonlySignal<PageState | undefined>;
  readonly view: ReadonlySignal<CustomerView>;
  readonly conversation: ReadonlySignal<string | undefined>;
  readonly former: ReadonlySignal<Entry[][]>;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly refusal: CustomerConnection['refusal'];
  readonly welcome: ReadonlySignal<Welcome | undefined>;
  readonly outbox: Outbox;
  readonly typing: Typing;
  readonly wait: WaitModel;
  readonly draft: ReadonlySignal<string>;
  /** Whether the customer may see the panel now. */
  readonly visible: ReadonlySignal<boolean>;
  write(text: string): void;
  /** Sends the draft; keeps it when there is nothing in it. */
  sendDraft(): void;
  closePanel(): void;
  reconnect(): void;
  dispose(): void;
}

/** The chat of one panel. */
export function createChat(parts: ChatParts): Chat {
  const { config, page, clock, storage } = parts;
  const memory = signal(visitorMemory(storage, config.site, ''));
  const welcome = signal<Welcome>();
  const draft = signal('');
  const visible = computed(() => page.value?.open === true);
  let identity: string | undefined;
  let saidIdentity: string | undefined;
  let started = false;
  let tokenRefused = false;

  const connection = parts.connect(() => ({
    protocol: protocolVersion,
    site: config.site,
    locale: parts.locale.peek(),
    ...optional('token', memory.peek().token() ?? anonymousToken()),
    ...optional('identity', identity),
    ...optional('after', thread.after()),
  }));
  const online = computed(() => connection.state.value === 'online' && welcome.value !== undefined);
  const thread = createThread(async (conversation, after) => {
    const answer = await connection.send('sync', { conversation, after });
    return answer.ok ? answer.events : undefined;
  });
  const outbox = createOutbox({
    memory: memory.peek(),
    clock,
    online,
    send: (sent) => connection.send(sent.event, sent.payload as never),
    stored: (seq) => {
      // Its event should be here by now or in a moment; if the hint was lost, ask.
      clock.after(1500, () => {
        if (thread.view.peek().seq < seq && online.peek()) void thread.catchUp();
      });
    },
  });
  const typing = createTyping(clock, () => {
    if (online.peek() && thread.view.peek().status === 'claimed') void connection.send('typing', {});
  });
  const wait = createWait(thread.view);
  const unread = createUnread({
    ...thread,
    visible,
    memory,
    tell: (seq) => void (online.peek() && connection.send('seen', { seq })),
  });

  connection.on('welcome', (message) => {
    tokenRefused = false;
    const kept = memory.peek();
    kept.keepToken(message.token);
    // The anonymous conversation is now the customer's; nobody else on this device is to have it.
    if (kept.subject) visitorMemory(storage, config.site, '').keepToken(undefined);
    thread.enter(message.conversation.id);
    // For who is waiting it is where they stand now; for all others what asking would mean.
    const isWaiting = message.conversation.status === 'waiting';
    wait[isWaiting ? 'take' : 'offer'](message.wait, clock.now());
    welcome.value = message;
  });
  connection.on('events', (batch) => {
    thread.take(batch);
    if (batch.events.some((event) => event.type === 'message' && event.from !== 'customer')) typing.done();
  });
  connection.on('typing', ({ from }) => typing.heard(from));
  connection.on('wait', (stated) => wait.take(stated, clock.now()));

  const disposers = [
    effect(() => {
      const said = page.value;
      if (said) untracked(() => heedPage(said));
    }),
    effect(() => {
      if (connection.state.value !== 'online') welcome.value = undefined;
    }),
    effect(() => {
      const { entries } = thread.view.value;
      outbox.settle((parcel) => parcel.state === 'stored' && isShown(parcel.payload, entries));
    }),
    effect(() => {
      const { status } = thread.view.value;
      if (thread.conversation.value)
        parts.say({
          type: 'state',
          unread: unread.count.value,
          live: status === 'waiting' || status === 'claimed',
        });
    }),
    effect(() => {
      if (connection.refusal.value?.code === 'unauthorized') untracked(unauthorized);
    }),
    unread.dispose,
    outbox.dispose,
  ];

  return {
    config,
    clock,
    page,
    view: thread.view,
    conversation: thread.conversation,
    former: thread.former,
    connection: connection.state,
    refusal: connection.refusal,
    welcome,
    outbox,
    typing,
    wait,
    draft,
    visible,
    ...customerActions({ outbox, newId: parts.newId, connection, thread }),
    write(text) {
      draft.value = text;
      memory.peek().keepDraft(text);
      if (text) typing.pressed();
    },
    sendDraft() {
      const text = draft.peek().trim();
      if (!text) return;
      outbox.add({ event: 'message', payload: { id: parts.newId(), text } });
      draft.value = '';
      memory.peek().keepDraft('');
    },
    closePanel: () => parts.say({ type: 'close' }),
    reconnect: () => connection.reopen(),
    dispose() {
      for (const dispose of disposers) dispose();
      connection.close();
    },
  };

  function heedPage(said: PageState): void {
    if (said.identity !== saidIdentity) becomes(said.identity);
    // Quietly only with a session to go on with; who opens the panel always connects.
    if (started || !(said.open || (said.quiet && memory.peek().token()))) return;
    started = true;
    draft.value = memory.peek().draft();
    outbox.moveTo(memory.peek(), false);
    connection.open();
  }

  /** Another identity: the anonymous conversation goes along, another person's leaves no trace (P3). */
  function becomes(next: string | undefined): void {
    const former = memory.peek();
    const subject = subjectOf(next);
    saidIdentity = next;
    identity = next || undefined;
    const same = subject === former.subject && next !== '';
    if (same && connection.state.peek() === 'online') return;
    connection.close();
    if (next === '') former.forget();
    if (!same || next === '') {
      const attaches = former.subject === '' && subject !== '';
      memory.value = visitorMemory(storage, config.site, subject);
      outbox.moveTo(memory.peek(), attaches);
      if (!attaches) {
        thread.clear();
        wait.clear();
        typing.done();
        draft.value = memory.peek().draft();
      }
    }
    if (started) connection.open();
  }

  function anonymousToken(): string | undefined {
    return visitorMemory(storage, config.site, '').token();
  }

  function unauthorized(): void {
    if (identity) parts.say({ type: 'identity' });
    else if (!tokenRefused) {
      // The session is unknown here, as after the server's secret changed: begin anew, once.
      tokenRefused = true;
      memory.peek().keepToken(undefined);
      connection.reopen();
    }
  }
}

function optional<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}

/** Whether the conversation shows what was sent. */
function isShown(payload: { id: string; question?: string }, entries: Entry[]): boolean {
  return entries.some((entry) => {
    if (entry.kind === 'message') return entry.clientId === payload.id;
    if (entry.kind !== 'question' || entry.question.id !== payload.question) return false;
    return entry.answer !== undefined || entry.lapsed !== undefined;
  });
}
