// The gallery: every state of the panel side by side, or one of them alone (`?state=NAME&scheme=dark&locale=ar`).
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../widget/ui/tokens.css';
import '../../widget/ui/bubbles.css';
import '../../widget/chat/panel.css';
import '../../widget/chat/thread.css';
import './gallery.css';
import { accentPartners } from '../../shared/accent.ts';
import type { PageState } from '../../shared/bridge.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import { ChatContext } from '../../widget/chat/chat-context.ts';
import { createChat } from '../../widget/chat/chat-model.ts';
import { followPage } from '../../widget/chat/follow-page.ts';
import { Panel } from '../../widget/chat/panel.tsx';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { browserClock } from '../../widget/ui/clock.ts';
import { newId } from '../../widget/ui/new-id.ts';
import { onlyTab } from '../../widget/ui/tabs.ts';
import { galleryStates } from './gallery-states.tsx';
import { type Stage, stagedConnection } from './staged-connection.tsx';

const query = new URLSearchParams(location.search);
const app = document.getElementById('app')!;
const stage = galleryStates[query.get('state') ?? ''];
if (stage) showPanel(stage);
else showAll();

function showPanel(shown: Stage): void {
  const scheme = query.get('scheme');
  const accent = query.get('accent') ?? '#2f5bea';
  const config: FrameConfig = {
    protocol: 1,
    site: 'gallery',
    name: 'Meridian Air',
    assistant: 'Ana',
    locale: 'en',
    locales: ['en', 'de', 'ar'],
    theme: {
      accent,
      radius: 14,
      position: 'end',
      scheme: scheme === 'dark' || scheme === 'light' ? scheme : 'auto',
      launcher: 'icon',
    },
    accent: accentPartners(accent)!,
    origins: [],
    version: 'gallery',
  };
  const page = signal<PageState>({ open: true, quiet: false, locale: query.get('locale') ?? 'en' });
  const { locale, words } = followPage(page, config, document.documentElement);
  const chat = createChat({
    config,
    page,
    say: () => undefined,
    connect: () => stagedConnection(shown, Date.now()),
    // Nothing of the gallery is kept.
    storage: browserStorage(() => null),
    clock: browserClock(),
    joinTabs: onlyTab,
    random: Math.random,
    newId,
    locale,
  });
  if (shown.answers) {
    chat.write('Could you send me the invoice for my booking K7PQ2M?');
    chat.sendDraft();
  }
  render(
    <ChatContext value={{ chat, words }}>
      <Panel />
    </ChatContext>,
    app,
  );
}

function showAll(): void {
  const rest = query.toString();
  render(
    <main class="gallery">
      {Object.keys(galleryStates).map((name) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          <iframe title={name} src={`?state=${name}&${rest}`} />
        </figure>
      ))}
    </main>,
    app,
  );
}
