// Loaded first in every thread of a bench's server: each has a heap of its own, of which no other thread can ask V8.
import { basename } from 'node:path';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import { type Memory, memoryNow } from './memory-now.ts';

/** A thread of the server, by the file that it runs. */
export interface ThreadMemory extends Memory {
  thread: string;
}

export const memoryAsked = 'bench memory asked';
export const memoryTold = 'bench memory told';

if (!isMainThread) {
  const asked = new BroadcastChannel(memoryAsked);
  const told = new BroadcastChannel(memoryTold);
  asked.onmessage = async () => {
    const thread = basename(process.argv[1]!).replace(/\.\w+$/, '');
    told.postMessage({ thread, ...(await memoryNow()) } satisfies ThreadMemory);
  };
  // A thread that has nothing else to do may end.
  asked.unref();
  told.unref();
}
