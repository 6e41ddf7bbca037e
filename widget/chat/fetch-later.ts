// Fetches later-parts.tsx once, with its styles.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { fetchOnce } from '../ui/fetch-once.ts';

export type LaterParts = typeof import('./later-parts.tsx');

const parts = signal<LaterParts>();
const once = fetchOnce(
  () => import('./later-parts.tsx'),
  (loaded) => {
    parts.value = loaded;
  },
  ({ laterStyle }) => laterStyle,
);

/** The last attempt to fetch it failed: no network, or a server that no longer has it. */
export const partsMissing: ReadonlySignal<boolean> = once.missing;

/** Undefined until it is here; reading it in a component draws that anew when it comes. */
export const laterParts: ReadonlySignal<LaterParts | undefined> = parts;

export const fetchLater: () => Promise<void> = once.fetch;
