// What the harness breaks: one server over a file, or several nodes over a database that they share.
import type { Store } from '../../server/store/store.ts';
import type { ChaosCustomer } from './chaos-customer.ts';

/** What is done to a house; what is done to lines and pages is every house's. */
export type HouseFault = 'kill' | 'jump' | 'full' | 'redis' | 'postgres';

export interface House {
  /** Where a customer's connection is led to now: a local port. */
  door(): number;
  /** What has to be started for the next fault is started. */
  prepare(): void;
  /** Whatever died at a failpoint of its own is started again; whether anything had to be. */
  revive(): Promise<boolean>;
  /** Each resolves to when customers could come back, epoch ms. */
  faults: Partial<Record<HouseFault, (customers: ChaosCustomer[]) => Promise<number>>>;
  /** What is stored, for as long as it is looked into: between faults nobody else has a hand on it. */
  open(): Promise<Pick<Store, 'read' | 'close'>>;
  /** The last that its processes wrote to standard error. */
  lastWords(): string[];
  close(): Promise<void>;
}
