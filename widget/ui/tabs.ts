// The pages of one person in one browser as one: what one of them is told the others hear, and one of them leads.
import { type ReadonlySignal, signal } from '@preact/signals-core';

export interface Tabs {
  /** Whether this page is the one that sends for all. */
  readonly leads: ReadonlySignal<boolean>;
  /** Takes the lead, from whichever page has it: someone is at work on this one. */
  lead(): void;
  /** Reaches every other page; what is told is copied as by `structuredClone`. */
  tell(said: object): void;
  leave(): void;
}

/** Pages that join under the same name are one; `hear` gets what the others tell. */
export type JoinTabs = (name: string, hear: (said: unknown) => void) => Tabs;

/** A page that is the only one. */
export const onlyTab: JoinTabs = () => ({
  leads: signal(true),
  lead: () => undefined,
  tell: () => undefined,
  leave: () => undefined,
});
