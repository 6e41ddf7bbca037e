// The panel's entry: joins page, socket, storage and model, and draws. Nothing connects before the page says so.

import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { browserNetwork } from '../ui/browser-network.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { browserTabs } from '../ui/browser-tabs.ts';
import { browserClock } from '../ui/clock.ts';
import { newId } from '../ui/new-id.ts';
import { redrawOnSignals } from '../ui/redraw-on-signals.ts';
import { socketConnection } from '../ui/socket-connection.ts';
import { warmIntl } from '../ui/warm-intl.ts';
import '../ui/tokens.css';
import '../ui/bubbles.css';
import './panel.css';
import './thread.css';
import { ChatContext } from './chat-context.ts';
import { createChat } from './chat-model.ts';
import { alertsWhenWanted } from './fetch-alerts.ts';
import { followPage } from './follow-page.ts';
import { linkToPage } from './page-link.ts';
import { Panel } from './panel.tsx';
import { readConfig } from './read-config.ts';

const config = readConfig(document);
const { page, say } = linkToPage(window, config.origins);
warmIntl(config.locale);
redrawOnSignals();

// Opening is cut into short tasks, so that the page around stays quick on a slow phone: this one has read and run the
// script; the model, the edges and the middle have one each. They begin after `load`, at which a browser lays out
// within its own task whatever is there.
const begin = () => setTimeout(start);
if (document.readyState === 'complete') begin();
else window.addEventListener('load', begin);

function start(): void {
  const chosen = signal<string>();
  const { locale, words } = followPage(page, config, document.documentElement, chosen);
  const network = browserNetwork();
  const chat = createChat({
    config,
    page,
    say,
    connect: (auth) => socketConnection({ namespace: '/customer', auth, network }),
    storage: browserStorage(),
    clock: browserClock(),
    joinTabs: browserTabs(network),
    random: Math.random,
    newId,
    locale,
    chosen,
  });
  alertsWhenWanted(chat, words);
  const draw = (edges: boolean) =>
    render(
      <ChatContext value={{ chat, words }}>
        <Panel edges={edges} />
      </ChatContext>,
      document.getElementById('app')!,
    );
  setTimeout(() => {
    draw(true);
    setTimeout(draw, 0, false);
  });
}
