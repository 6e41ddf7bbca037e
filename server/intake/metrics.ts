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
  /** A connection ended because its reader did not read; it held so many bytes. */
  slowReader(held: number): void;
  /** Sockets that were refused because too many were open. */
  socketsRefused: Counter;
  /** What these functions say when they are asked for. */
  load(seen: { lag(): number; underWay(): number; most(): number }): void;
}

/** `ofProcess`: CPU, memory and event-loop lag too; once in a process. */
export function createMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  let mostHeld = 0;
  const slowReaders = new Counter({
    name: 'handrail_slow_readers_closed_total',
    help: 'Connections that ended because their reader did not read',
    registers,
  });
  const slowReaderHeld = new Gauge({
    name: 'handrail_slow_reader_held_bytes',
    help: 'Most bytes that waited for a reader that was let go for not reading',
    registers,
  });
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
    load({ lag, underWay, most }) {
      const gauge = (name: string, help: string, value: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      gauge('handrail_event_loop_late_seconds', 'Mean lateness of the event loop', () => lag() / 1000);
      gauge('handrail_work_under_way', 'Events and turns under way', underWay);
      gauge('handrail_work_admitted_at_most', 'Beyond so many under way, more is refused as busy', most);
    },
    slowReader(held) {
      slowReaders.inc();
      mostHeld = Math.max(mostHeld, held);
      slowReaderHeld.set(mostHeld);
    },
    socketsRefused: new Counter({
      name: 'handrail_sockets_refused_total',
      help: 'Sockets refused because too many were open, in all or from one address',
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
