// The console's only way to the server's /agent namespace: the pages' typed socket with the agents' events.
import type { AgentClientEvents, AgentServerEvents } from '../../../shared/protocol.ts';
import type { Connection } from '../../ui/connection.ts';

export type DeskConnection = Connection<AgentServerEvents, AgentClientEvents>;
