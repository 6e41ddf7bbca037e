// Fetches later-parts.tsx once, with its styles as a constructed sheet, which a strict policy allows.
import { type ReadonlySignal, signal } from '@preact/signals-core';

export type LaterParts = typeof import('./later-parts.tsx');

const parts = signal<LaterParts>();
const missing = signal(false);
let fetching: Promise<void> | undefined;

/** The last attempt to fetch it failed: no network, or a server that no longer has it. */
export const partsMissing: ReadonlySignal<boolean> = missing;

/** Undefined until it is here; reading it in a component draws that anew when it comes. */
export const laterParts: ReadonlySignal<LaterParts | undefined> = parts;

/** Fetches it, unless that is done or under way. A failed fetch, as when offline, may be asked for again. */
export function fetchLater(): Promise<void> {
  fetching ??= import('./later-parts.tsx').then(
    (loaded) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(loaded.laterStyle);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      parts.value = loaded;
      missing.value = false;
    },
    () => {
      missing.value = true;
      fetching = undefined;
    },
  );
  return fetching;
}
