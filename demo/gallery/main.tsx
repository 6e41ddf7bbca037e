// The gallery: every state of panel and launcher side by side, or one of them alone
// (`?state=NAME&scheme=dark&locale=ar`); `data-ready` says that it stands as it will.
import { signal } from '@preact/signals-core';
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
import { actionsOf } from '../../widget/chat/customer-actions.ts';
import { fetchLater } from '../../widget/chat/fetch-later.ts';
import { fetchSheet } from '../../widget/chat/fetch-sheet.ts';
import { followPage } from '../../widget/chat/follow-page.ts';
import { Panel } from '../../widget/chat/panel.tsx';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { browserClock } from '../../widget/ui/clock.ts';
import { languages } from '../../widget/ui/load-strings.ts';
import { newId } from '../../widget/ui/new-id.ts';
import { redrawOnSignals } from '../../widget/ui/redraw-on-signals.ts';
import { onlyTab } from '../../widget/ui/tabs.ts';
import { galleryStates } from './gallery-states.ts';
import { performSteps, until } from './perform-steps.ts';
import { showLauncher } from './show-launcher.ts';
import { stageUploads } from './stage-uploads.ts';
import { type Stage, stagedConnection } from './staged-connection.ts';

redrawOnSignals();
const query = new URLSearchParams(location.search);
const app = document.getElementById('app')!;
const language = query.get('locale') ?? 'en';
const states = galleryStates(language, Date.now());
const launchers = ['launcher', 'launcher-text', 'launcher-unread', 'launcher-open'];
const name = query.get('state') ?? '';
if (states[name]) void showPanel(states[name]);
else if (launchers.includes(name)) showLauncher(name, language, query.get('scheme') === 'dark');
else showAll();

async function showPanel(shown: Stage): Promise<void> {
  const scheme = query.get('scheme');
  const accent = query.get('accent') ?? '#2f5bea';
  const config: FrameConfig = {
    protocol: 1,
    site: 'gallery',
    name: 'Meridian Air',
    assistant: 'Ana',
    locale: 'en',
    locales: [...languages],
    theme: {
      accent,
      radius: 14,
      position: 'end',
      scheme: scheme === 'dark' || scheme === 'light' ? scheme : 'auto',
      launcher: 'bubble',
    },
    accent: accentPartners(accent)!,
    origins: [],
    version: 'gallery',
  };
  const { notices, grants } = shown;
  const page = signal<PageState>({
    open: true,
    quiet: false,
    locale: language,
    ...(notices ? { notices } : {}),
  });
  const chosen = signal<string>();
  const { locale, words } = followPage(page, config, document.documentElement, chosen);
  const chat = createChat({
    config,
    page,
    say({ type }) {
      if (type === 'tell' && grants) page.value = { ...page.peek(), notices: grants };
    },
    connect: () => stagedConnection(shown, Date.now()),
    // Nothing of the gallery is kept.
    storage: browserStorage(() => null),
    clock: browserClock(),
    joinTabs: onlyTab,
    random: Math.random,
    newId,
    locale,
    chosen,
  });
  if (shown.share !== undefined) stageUploads(shown.share);
  // All that comes later is here first, so that a state is drawn once.
  await Promise.all([fetchLater(), fetchSheet()]);
  if (shown.chooses) actionsOf(chat).choose(...shown.chooses);
  if (shown.sends) {
    chat.write(shown.sends);
    chat.sendDraft();
  }
  render(
    <ChatContext value={{ chat, words }}>
      <Panel />
    </ChatContext>,
    app,
  );
  await new Promise<void>((resolve) => {
    words.subscribe((now) => now.locale === locale.peek() && resolve());
  });
  // The panel takes the focus after its first paint.
  if (document.hasFocus()) await until(() => document.activeElement !== document.body);
  await performSteps(document, shown.steps ?? []);
  await document.fonts.ready;
  document.documentElement.dataset.ready = 'true';
}

function showAll(): void {
  const rest = query.toString();
  render(
    <main class="gallery">
      {[...launchers, ...Object.keys(states)].map((name) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          <iframe title={name} src={`?state=${name}&${rest}`} />
        </figure>
      ))}
    </main>,
    app,
  );
}
