// Fetches what sending files needs (views/reply-files-parts.ts) when it is first wanted, and keeps its lists for the desk.
import { type ReadonlySignal, signal } from '@preact/signals';
import { fetchOnce } from '../../ui/fetch-once.ts';
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
  const { fetch } = fetchOnce(
    () => import('../views/reply-files-parts.ts'),
    ({ createReplyFiles, ReplyFiles }) => {
      here.value = { model: createReplyFiles(ports), ReplyFiles };
    },
    ({ filesStyle }) => filesStyle,
  );
  return {
    here,
    fetch,
    clear: () => here.peek()?.model.clear(),
  };
}
