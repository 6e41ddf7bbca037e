// The panel's entry: joins page, socket, storage and model, and draws. Nothing connects before the page says so.
import { render } from 'preact';
import { browserNetwork } from '../ui/browser-network.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { browserTabs } from '../ui/browser-tabs.ts';
import { browserClock } from '../ui/clock.ts';
import { newId } from '../ui/new-id.ts';
import { socketConnection } from '../ui/socket-connection.ts';
import '../ui/tokens.css';
import '../ui/bubbles.css';
import './panel.css';
import './thread.css';
import { ChatContext } from './chat-context.ts';
import { createChat } from './chat-model.ts';
import { followPage } from './follow-page.ts';
import { linkToPage } from './page-link.ts';
import { Panel } from './panel.tsx';
import { readConfig } from './read-config.ts';

const config = readConfig(document);
const { page, say } = linkToPage(window, config.origins);
const { locale, words } = followPage(page, config, document.documentElement);
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
});

render(
  <ChatContext value={{ chat, words }}>
    <Panel />
  </ChatContext>,
  document.getElementById('app')!,
);
