// The airline's API on a port; site.yaml's `demo.api` names this module.
import { type RunningApi, serveApi } from '../business/serve-api.ts';
import { type AirlineOptions, createAirlineApi } from './airline-api.ts';

/** Freshly seeded, in memory; `port` 0 takes a free one. */
export function startAirlineApi({
  port,
  ...options
}: AirlineOptions & { port: number }): Promise<RunningApi> {
  return serveApi(createAirlineApi(options), port);
}

/** The name by which every demo business's API is started. */
export function startApi({ port }: { port: number }): Promise<RunningApi> {
  return startAirlineApi({ port });
}
