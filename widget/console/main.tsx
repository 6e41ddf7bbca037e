// The agents' page begins here: puts the browser's own ports together and shows the desk.
import { render } from 'preact';
import { type AgentClientEvents, type AgentServerEvents, protocolVersion } from '../../shared/protocol.ts';
import { browserNetwork } from '../ui/browser-network.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { browserClock } from '../ui/clock.ts';
import { newId } from '../ui/new-id.ts';
import { putFile } from '../ui/put-file.ts';
import { socketConnection } from '../ui/socket-connection.ts';
import { agentHttp } from './agent-http.ts';
import { browserSummons } from './browser-summons.ts';
import { createConsoleModel } from './console-model.ts';
import { Console } from './views/console.tsx';
import { english } from './words/english.ts';
import './styles/console.css';

const desk = createConsoleModel(
  {
    http: agentHttp((input, init) => fetch(input, init)),
    connection: socketConnection<AgentServerEvents, AgentClientEvents>({
      namespace: '/agent',
      // Someone else may have signed in in this browser since: the cookie is theirs then, and this desk is not.
      auth: () => ({ protocol: protocolVersion, agent: desk.profile.value?.agent.id }),
      network: browserNetwork(),
    }),
    kept: browserStorage(),
    clock: browserClock(),
    summons: browserSummons(),
    put: putFile,
    newId,
  },
  english,
);
document.documentElement.lang = english.locale;
document.documentElement.dataset.scheme ??= 'auto';
render(<Console desk={desk} />, document.getElementById('app')!);
desk.start();
