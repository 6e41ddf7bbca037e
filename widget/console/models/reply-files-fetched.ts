// Fetches what sending files needs (views/reply-files-parts.ts) when it is first wanted, and keeps its lists for the desk.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConsolePorts } from './console-ports.ts';
import type { ReplyFilesModel } from './reply-files-model.ts';

type Parts = typeof import('../views/reply-files-parts.ts');

export interface ReplyFilesFetched {
  /** Undefined until they are here. */
  readonly here: ReadonlySignal<{ model: ReplyFilesModel; ReplyFiles: Parts['ReplyFiles'] } | undefined>;
  /** Unless that is done or under way; a failed fetch may be asked for again. */
  fetch(): Promise<void>;
  /** Stops all: the desk is another agent's now. */
  clear(): void;
}

export function createReplyFilesFetched(ports: ConsolePorts): ReplyFilesFetched {
  const here: ReturnType<typeof signal<{ model: ReplyFilesModel; ReplyFiles: Parts['ReplyFiles'] }>> =
    signal();
  let fetching: Promise<void> | undefined;
  return {
    here,
    fetch() {
      fetching ??= import('../views/reply-files-parts.ts').then(
        ({ createReplyFiles, ReplyFiles, filesStyle }) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(filesStyle);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          here.value = { model: createReplyFiles(ports), ReplyFiles };
        },
        () => {
          fetching = undefined;
        },
      );
      return fetching;
    },
    clear: () => here.peek()?.model.clear(),
  };
}
