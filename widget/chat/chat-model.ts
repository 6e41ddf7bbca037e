// The panel's state in one place: who is there, the conversation, what is under way. Components only read it and
// call its actions. Nothing connects and nothing is stored before the page says open, or quiet (O1).
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core';
import type { PageState, PanelSays } from '../../shared/bridge.ts';
import type { CustomerView, Entry } from '../../shared/conversation.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import type { SeenSaid, Welcome } from '../../shared/protocol.ts';
import type { BrowserStorage } from '../ui/browser-storage.ts';
import type { Clock } from '../ui/clock.ts';
import type { ConnectionState } from '../ui/connection.ts';
import type { JoinTabs } from '../ui/tabs.ts';
import { createConversationLink } from './conversation-link.ts';
import type { CustomerConnection } from './customer-connection.ts';
import type { Outbox } from './outbox-model.ts';
import type { TabSays } from './tab-says.ts';
import type { Thread } from './thread-model.ts';
import { createTyping, type Typing } from './typing-model.ts';
import { createUnread } from './unread-model.ts';
import type { VisitorMemory } from './visitor-memory.ts';
import { createWait, type WaitModel } from './wait-model.ts';

export interface ChatParts {
  config: FrameConfig;
  page: ReadonlySignal<PageState | undefined>;
  say(message: PanelSays): void;
  /** Makes the connection; `auth` is asked for at each attempt. */
  connect(auth: () => object): CustomerConnection;
  storage: BrowserStorage;
  clock: Clock;
  joinTabs: JoinTabs;
  /** 0..1. */
  random(): number;
  newId(): string;
  /** The locale that the panel speaks (BCP 47). */
  locale: ReadonlySignal<string>;
  /** The language that the customer chose, which goes before all others; the model sets it. */
  chosen?: Signal<string | undefined>;
}

export interface Chat {
  readonly config: FrameConfig;
  readonly clock: Clock;
  readonly page: ReadonlySignal<PageState | undefined>;
  readonly view: ReadonlySignal<CustomerView>;
  readonly conversation: ReadonlySignal<string | undefined>;
  readonly former: ReadonlySignal<Entry[][]>;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly refusal: CustomerConnection['refusal'];
  readonly welcome: ReadonlySignal<Welcome | undefined>;
  readonly thread: Thread;
  readonly outbox: Outbox;
  readonly typing: Typing;
  readonly wait: WaitModel;
  /** How far the agent has seen which conversation. */
  readonly agentSaw: ReadonlySignal<SeenSaid | undefined>;
  readonly draft: ReadonlySignal<string>;
  readonly memory: ReadonlySignal<VisitorMemory>;
  /** How many files go out with the next message. */
  readonly files: Signal<number>;
  /** To the page around. */
  say(message: PanelSays): void;
  /** Whether the customer may see the panel now. */
  readonly visible: ReadonlySignal<boolean>;
  /** The language that the customer chose. */
  readonly chosen: ReadonlySignal<string | undefined>;
  /** From now on the panel speaks it, here and when they come back. */
  speak(locale: string): void;
  write(text: string): void;
  /** Sends the draft; keeps it when there is nothing in it. */
  sendDraft(): void;
  /** Once is enough: another call while it is under way changes nothing. */
  askPerson(): void;
  /** Asks the server without the outbox, for what is of use only now: a place for a file, a copy. */
  ask: CustomerConnection['send'];
  newId(): string;
  closePanel(): void;
  reconnect(): void;
  dispose(): void;
}

/** The chat of one panel. */
export function createChat(parts: ChatParts): Chat {
  const { config, page, chosen = signal<string>() } = parts;
  /** By how much the device's clock is ahead of the server's, ms: what the server sets a time for is counted by its own. */
  let ahead = 0;
  const clock: Clock = { ...parts.clock, now: () => parts.clock.now() - ahead };
  const draft = signal('');
  const agentSaw = signal<SeenSaid>();
  const visible = computed(() => page.value?.open === true);
  let started = false;
  let told = false;

  const link = createConversationLink({
    ...parts,
    site: config.site,
    locale: () => parts.locale.peek(),
    heard,
    identityRefused: () => parts.say({ type: 'identity' }),
  });
  const { connection, thread, outbox, memory, online } = link;
  chosen.value = memory.peek().locale();
  const typing = createTyping(clock, () => {
    if (online.peek() && thread.view.peek().status === 'claimed') void connection.send('typing', {});
  });
  const wait = createWait(thread.view);
  const unread = createUnread({
    ...thread,
    visible,
    memory,
    tell(conversation, seq) {
      if (online.peek()) void connection.send('seen', { seq });
      link.tell({ type: 'seen', conversation, seq });
    },
  });

  connection.on('events', ({ events }) => {
    if (events.some((event) => event.type === 'message' && event.from !== 'customer')) typing.done();
  });
  connection.on('typing', ({ from }) => typing.heard(from));
  connection.on('seen', (said) => {
    agentSaw.value = said;
  });
  connection.on('wait', (stated) => wait.take(stated, clock.now()));

  const disposers = [
    effect(() => {
      const said = page.value;
      if (said) untracked(() => heedPage(said));
    }),
    effect(() => {
      const said = link.welcome.value;
      if (!said) return;
      if (said.at) ahead = parts.clock.now() - said.at;
      // For who is waiting it is where they stand now; for all others what asking would mean.
      const isWaiting = said.conversation.status === 'waiting';
      untracked(() => wait[isWaiting ? 'take' : 'offer'](said.wait, clock.now()));
    }),
    effect(() => {
      const { status } = thread.view.value;
      told ||= thread.conversation.value !== undefined;
      // Also when it is gone: a badge of the former customer's is a trace of them.
      if (told)
        parts.say({
          type: 'state',
          unread: unread.count.value,
          live: status === 'waiting' || status === 'claimed',
        });
    }),
    unread.dispose,
    link.dispose,
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
    welcome: link.welcome,
    thread,
    outbox,
    typing,
    wait,
    agentSaw,
    say: parts.say,
    draft,
    memory,
    files: signal(0),
    visible,
    chosen,
    speak(locale) {
      chosen.value = locale;
      memory.peek().keepLocale(locale);
    },
    write(text) {
      keepDraft(text);
      if (text) typing.pressed();
    },
    sendDraft() {
      const text = draft.peek().trim();
      if (!text) return;
      outbox.add({ event: 'message', payload: { id: parts.newId(), text } });
      link.tell({ type: 'draftSent', text: draft.peek() });
      keepDraft('');
    },
    askPerson() {
      const asked = outbox.parcels.peek().find(({ event }) => event === 'human');
      if (!asked) outbox.add({ event: 'human', payload: { id: parts.newId() } });
      else outbox.retry(asked.payload.id);
    },
    ask: connection.send,
    newId: parts.newId,
    closePanel: () => parts.say({ type: 'close' }),
    reconnect: () => connection.reopen(),
    dispose() {
      for (const dispose of disposers) dispose();
    },
  };

  function heedPage(said: PageState): void {
    const now = link.identify(said.identity);
    // Who signs in goes on in the language that they chose before; another person has their own.
    const kept = memory.peek().locale();
    if (now === 'anew' || kept) chosen.value = kept;
    else if (chosen.peek()) memory.peek().keepLocale(chosen.peek()!);
    if (now === 'anew') {
      wait.clear();
      typing.done();
      draft.value = memory.peek().draft();
    }
    // Quietly only with a session to go on with; who opens the panel always connects.
    if (started || !(said.open || (said.quiet && memory.peek().token()))) return;
    started = true;
    draft.value = memory.peek().draft();
    link.open();
  }

  function keepDraft(text: string): void {
    draft.value = text;
    memory.peek().keepDraft(text);
  }

  /** What this person did on another of their pages. */
  function heard(said: TabSays): void {
    if (said.type === 'seen') unread.seenElsewhere(said.conversation, said.seq);
    if (said.type === 'draftSent' && said.text === draft.peek()) keepDraft('');
  }
}
