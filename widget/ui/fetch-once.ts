// Fetches a part of a page once, when it is first wanted, with its styles as a constructed sheet, which a strict policy
// allows.
import { type ReadonlySignal, signal } from '@preact/signals-core';

export interface FetchOnce {
  /** The last attempt failed: no network, or a server that no longer has it. */
  readonly missing: ReadonlySignal<boolean>;
  /** Fetches it, unless that is done or under way. A failed fetch, as when offline, may be asked for again. */
  fetch(): Promise<void>;
}

/** `load` imports the part, `arrived` makes use of it; `styleOf`: its styles. */
export function fetchOnce<Part>(
  load: () => Promise<Part>,
  arrived: (part: Part) => void,
  styleOf?: (part: Part) => string,
): FetchOnce {
  const missing = signal(false);
  let fetching: Promise<void> | undefined;
  return {
    missing,
    fetch() {
      fetching ??= load().then(
        (part) => {
          if (styleOf) {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(styleOf(part));
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          }
          arrived(part);
          missing.value = false;
        },
        () => {
          missing.value = true;
          fetching = undefined;
        },
      );
      return fetching;
    },
  };
}
