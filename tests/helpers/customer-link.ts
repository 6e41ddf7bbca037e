// The panel's own network logic, without the panel: session, socket, thread and outbox as the browser runs them, in
// Node. Its storage outlives it, so that a reload is a new link over the same one.
import { effect } from '@preact/signals-core';
import { WebSocket as NodeWebSocket } from 'ws';
import type { MessageEntry } from '../../shared/conversation.ts';
import { type ConversationLink, createConversationLink } from '../../widget/chat/conversation-link.ts';
import type { CustomerConnection } from '../../widget/chat/customer-connection.ts';
import { type BrowserStorage, browserStorage } from '../../widget/ui/browser-storage.ts';
import { browserClock } from '../../widget/ui/clock.ts';
import { constantNetwork, type Network } from '../../widget/ui/network.ts';
import { newId } from '../../widget/ui/new-id.ts';
import { socketConnection } from '../../widget/ui/socket-connection.ts';
import { type JoinTabs, onlyTab } from '../../widget/ui/tabs.ts';
import { webSocketLine } from '../../widget/ui/websocket-line.ts';

interface Answer {
  ok: boolean;
  seq?: number;
  error?: { code: string };
}

export interface LinkOptions {
  /** Origin of the server. */
  url: string;
  site?: string;
  storage?: BrowserStorage;
  /** A signed identity; absent: anonymous. */
  identity?: string;
  network?: Network;
  joinTabs?: JoinTabs;
  ackWithinMs?: number;
  /** Hears of every answer to what was sent, and after how many ms it came. */
  answered?(event: string, payload: object, answer: Answer, ms: number): void;
}

export interface CustomerLink extends ConversationLink {
  storage: BrowserStorage;
  /** Puts a message into the outbox and gives its id. */
  say(text: string): string;
  /** Texts of the customer that the conversation shows, in its order. */
  said(): string[];
  /** Resolves when `look` gives something, and rejects after half a minute. */
  until<T>(what: string, look: () => T | undefined | null | false): Promise<T>;
}

/** Node 20 has no WebSocket of its own; a browser's never throws an error that nobody listens to. */
class QuietWebSocket extends NodeWebSocket {
  constructor(address: string) {
    super(address);
    this.on('error', () => undefined);
  }
}
const openLine = webSocketLine(() => QuietWebSocket as unknown as typeof WebSocket);

/** A link that is open; to be disposed of as a page that is closed. */
export function customerLink(options: LinkOptions): CustomerLink {
  const { url, identity, network = constantNetwork, joinTabs = onlyTab, ackWithinMs } = options;
  const storage = options.storage ?? browserStorage(() => null);
  const link = createConversationLink({
    site: options.site ?? 'airline',
    connect: (auth) => {
      const connection: CustomerConnection = socketConnection({
        namespace: '/customer',
        auth,
        network,
        url,
        openLine,
        ...(ackWithinMs === undefined ? {} : { ackWithinMs }),
      });
      return {
        ...connection,
        async send(event, payload) {
          const since = performance.now();
          const answer = await connection.send(event, payload);
          options.answered?.(event, payload, answer, performance.now() - since);
          return answer;
        },
      };
    },
    storage,
    clock: browserClock(),
    random: Math.random,
    joinTabs,
    locale: () => 'en',
  });
  if (identity !== undefined) link.identify(identity);
  link.open();
  return {
    ...link,
    storage,
    say(text) {
      const id = newId();
      link.outbox.add({ event: 'message', payload: { id, text } });
      return id;
    },
    said: () =>
      link.thread.view
        .peek()
        .entries.filter((entry): entry is MessageEntry => entry.kind === 'message')
        .filter(({ from }) => from === 'customer')
        .map(({ text }) => text),
    until: (what, look) =>
      new Promise((resolve, reject) => {
        const impatient = setTimeout(() => {
          stop();
          reject(new Error(`In vain waited for: ${what}\n${JSON.stringify(link.outbox.parcels.peek())}`));
        }, 30_000);
        const stop = effect(() => {
          // Whatever may change what is looked for.
          link.thread.view.value;
          link.outbox.parcels.value;
          link.connection.state.value;
          link.welcome.value;
          const found = look();
          if (!found) return;
          clearTimeout(impatient);
          queueMicrotask(() => stop());
          resolve(found);
        });
      }),
  };
}
