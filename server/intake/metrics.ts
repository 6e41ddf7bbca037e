// What operators watch, as Prometheus text at GET /metrics.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Socket events by namespace, name and outcome (`ok` or an error's code). */
  events: Counter<'namespace' | 'event' | 'code'>;
  connections: Gauge<'namespace'>;
  /** Handshakes that were refused, by error code. */
  refused: Counter<'namespace' | 'code'>;
  requests: Counter<'method' | 'status'>;
  faults: Counter<'where'>;
}

/** `ofProcess`: CPU, memory and event-loop lag too; once in a process. */
export function createMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    events: new Counter({
      name: 'handrail_socket_events_total',
      help: 'Events received over sockets, by outcome',
      labelNames: ['namespace', 'event', 'code'],
      registers,
    }),
    connections: new Gauge({
      name: 'handrail_connections',
      help: 'Open socket connections',
      labelNames: ['namespace'],
      registers,
    }),
    refused: new Counter({
      name: 'handrail_handshakes_refused_total',
      help: 'Socket handshakes that were refused',
      labelNames: ['namespace', 'code'],
      registers,
    }),
    requests: new Counter({
      name: 'handrail_http_requests_total',
      help: 'HTTP requests answered',
      labelNames: ['method', 'status'],
      registers,
    }),
    faults: new Counter({
      name: 'handrail_faults_total',
      help: 'Surprises that were caught at a boundary and logged',
      labelNames: ['where'],
      registers,
    }),
  };
}
