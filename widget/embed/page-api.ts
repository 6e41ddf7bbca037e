// `window.Handrail`, what a business's page may call (CONTRACT.md), and the queue that takes calls before the
// loader is there: `(window.Handrail = window.Handrail || []).push(['identify', jwt])`; `push` works afterwards too.
import type { FrameTheme } from '../../shared/frame-config.ts';

/** `identity`: the signed identity was refused or ran out; the page should call `identify` again. */
export type PageEvent = 'open' | 'close' | 'unread' | 'identity';

export interface HandrailApi {
  open(): void;
  close(): void;
  toggle(): void;
  /** Says who the customer is, by a JWT that the business signed. */
  identify(token: string): void;
  /** Removes every trace of the customer from the panel and from this device's memory of it. */
  logout(): void;
  /** Calls `listen` with what happened (`unread`: the count); the answer stops it. */
  on(event: PageEvent, listen: (detail?: number) => void): () => void;
  /** BCP 47. */
  setLocale(tag: string): void;
  setTheme(theme: Partial<FrameTheme>): void;
  /** Takes all of it off the page. */
  destroy(): void;
  push(call: QueuedCall): void;
}

export type QueuedCall = [method: Exclude<keyof HandrailApi, 'push'>, ...args: unknown[]];

declare global {
  interface Window {
    Handrail?: HandrailApi | QueuedCall[];
  }
}
