// Fetches sheet-parts.tsx once, with its styles, when somebody first wants to see the sheet.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { fetchOnce } from '../ui/fetch-once.ts';

type SheetParts = typeof import('./sheet-parts.tsx');

const parts = signal<SheetParts>();
const once = fetchOnce(
  () => import('./sheet-parts.tsx'),
  (loaded) => {
    parts.value = loaded;
  },
  ({ sheetStyle }) => sheetStyle,
);

/** Undefined until it is here. */
export const sheetParts: ReadonlySignal<SheetParts | undefined> = parts;
/** The last attempt to fetch it failed. */
export const sheetMissing: ReadonlySignal<boolean> = once.missing;

export const fetchSheet: () => Promise<void> = once.fetch;
