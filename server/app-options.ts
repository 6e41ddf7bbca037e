// What a server is told as it is made: what it serves, whom it trusts, how much is too much.
import type { Assets } from './intake/assets.ts';
import type { HttpApp } from './intake/http-app.ts';
import type { LimitTable } from './intake/limit-table.ts';
import type { Several } from './intake/nodes.ts';
import type { Where } from './intake/origin.ts';

export interface AppOptions {
  assets: Assets;
  /** Signs visitors' sessions. */
  secret: string;
  where: Where;
  limits: LimitTable | 'off';
  /** The value of a site's `secretEnv`. */
  secretOf(name: string): string | undefined;
  /** Routes beside the server's own. */
  mount?: (app: HttpApp) => void;
  /** For how long messages wait to be read in another thread, ms. */
  readerLag?(): number;
  /** Other nodes use the same database. */
  several?: Several;
  /** Metrics of the process too; once in a process. */
  processMetrics?: boolean;
}
