// A chat with everything around it in the test's hands.
import { signal } from '@preact/signals-core';
import { accentPartners } from '../../shared/accent.ts';
import type { PageState, PanelSays } from '../../shared/bridge.ts';
import type { EventBody } from '../../shared/events.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import { type Chat, createChat } from '../../widget/chat/chat-model.ts';
import { type BrowserStorage, browserStorage } from '../../widget/ui/browser-storage.ts';
import { type JoinTabs, onlyTab } from '../../widget/ui/tabs.ts';
import { eventRow, type FakeConnection, fakeConnection } from './fake-connection.ts';
import { type HandClock, handClock } from './hand-clock.ts';

export const config: FrameConfig = {
  protocol: 1,
  site: 'airline',
  name: 'Meridian Air',
  assistant: 'Ana',
  locale: 'en',
  locales: ['en', 'de'],
  theme: { accent: '#2f5bea', radius: 14, position: 'end', scheme: 'light', launcher: 'bubble' },
  accent: accentPartners('#2f5bea')!,
  origins: ['https://shop.example'],
  version: 'test',
};

export interface ChatScene {
  chat: Chat;
  connection: FakeConnection;
  clock: HandClock;
  storage: BrowserStorage;
  said: PanelSays[];
  page(changes: Partial<PageState>): void;
}

/** A panel that has not been opened yet. `storage` may be another scene's: then this is the page after a reload. */
export function chatScene(
  storage: BrowserStorage = browserStorage(() => null),
  joinTabs: JoinTabs = onlyTab,
): ChatScene {
  const page = signal<PageState>({ open: false, quiet: false });
  const clock = handClock();
  const said: PanelSays[] = [];
  let made: FakeConnection | undefined;
  let ids = 0;
  const chat = createChat({
    config,
    page,
    say: (message) => said.push(message),
    connect(auth) {
      made = fakeConnection(auth);
      return made;
    },
    storage,
    clock,
    joinTabs,
    random: () => 0,
    newId: () => `id-${++ids}-${Math.random()}`,
    locale: signal('en'),
  });
  return {
    chat,
    connection: made!,
    clock,
    storage,
    said,
    page: (changes) => {
      page.value = { ...page.value, ...changes };
    },
  };
}

/** An unsigned JWT: the panel reads only its `sub`. */
export function jwtOf(sub: string): string {
  return `e30.${btoa(JSON.stringify({ sub }))}.x`;
}

const opened: EventBody = { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' };
const greeting: EventBody = {
  type: 'message',
  from: 'assistant',
  name: 'Ana',
  text: 'Hello',
  notice: 'greeting',
};
/** How every conversation begins. */
export const start = eventRow([opened, greeting]);

/** One that was opened, welcomed and greeted. */
export function openScene() {
  const scene = chatScene();
  scene.page({ open: true });
  scene.connection.welcome();
  scene.connection.play(start);
  return scene;
}

export const texts = (scene: ChatScene) =>
  scene.chat.view.value.entries.map((entry) => (entry.kind === 'message' ? entry.text : entry.kind));
