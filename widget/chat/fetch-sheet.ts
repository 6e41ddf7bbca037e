// Fetches sheet-parts.tsx once, with its styles, when somebody first wants to see the sheet.
import { type ReadonlySignal, signal } from '@preact/signals-core';

type SheetParts = typeof import('./sheet-parts.tsx');

const parts = signal<SheetParts>();
const missing = signal(false);
let fetching: Promise<void> | undefined;

/** Undefined until it is here. */
export const sheetParts: ReadonlySignal<SheetParts | undefined> = parts;
/** The last attempt to fetch it failed. */
export const sheetMissing: ReadonlySignal<boolean> = missing;

/** Fetches it, unless that is done or under way; a failed fetch may be asked for again. */
export function fetchSheet(): Promise<void> {
  fetching ??= import('./sheet-parts.tsx').then(
    (loaded) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(loaded.sheetStyle);
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
