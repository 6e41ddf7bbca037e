// Fetches later-parts.tsx once, with its styles as a constructed sheet, which a strict policy allows.
import { type ReadonlySignal, signal } from '@preact/signals';

export type LaterParts = typeof import('./later-parts.tsx');

const parts = signal<LaterParts>();
let fetching: Promise<void> | undefined;

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
    },
    () => {
      fetching = undefined;
    },
  );
  return fetching;
}
