// The shop's API on a port; site.yaml's `demo.api` names this module.
import { type RunningApi, serveApi } from '../business/serve-api.ts';
import { createShopApi, type ShopOptions } from './shop-api.ts';

/** Freshly seeded, in memory; `port` 0 takes a free one. */
export function startShopApi({ port, ...options }: ShopOptions & { port: number }): Promise<RunningApi> {
  return serveApi(createShopApi(options), port);
}

/** The name by which every demo business's API is started. */
export function startApi({ port }: { port: number }): Promise<RunningApi> {
  return startShopApi({ port });
}
