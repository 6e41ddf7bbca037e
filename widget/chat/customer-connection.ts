// The panel's connection, by its types: the /customer namespace of shared/protocol.ts.
import type { CustomerClientEvents, CustomerServerEvents } from '../../shared/protocol.ts';
import type { Connection } from '../ui/connection.ts';

export type CustomerConnection = Connection<CustomerServerEvents, CustomerClientEvents>;
