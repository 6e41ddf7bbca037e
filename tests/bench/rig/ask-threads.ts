// What the threads of this process hold, one after the other beside its main thread. They answer by answer-memory.ts.
import { subscribe } from 'node:diagnostics_channel';
import { BroadcastChannel, type Worker } from 'node:worker_threads';
import { memoryAsked, memoryTold, type ThreadMemory } from './answer-memory.ts';

/** To be called before the first thread is started. What it returns rejects when a thread does not answer in time. */
export function watchThreads(patience = 30_000): () => Promise<ThreadMemory[]> {
  let running = 0;
  subscribe('worker_threads', (message) => {
    const { worker } = message as { worker: Worker };
    running += 1;
    worker.once('exit', () => {
      running -= 1;
    });
  });
  return () =>
    new Promise((resolve, reject) => {
      const asked = new BroadcastChannel(memoryAsked);
      const told = new BroadcastChannel(memoryTold);
      const memories: ThreadMemory[] = [];
      const end = (): void => {
        clearTimeout(late);
        asked.close();
        told.close();
      };
      const late = setTimeout(() => {
        end();
        reject(new Error(`Of ${running} threads only ${memories.length} said what they hold`));
      }, patience);
      told.onmessage = (message) => {
        memories.push((message as { data: ThreadMemory }).data);
        if (memories.length < running) return;
        end();
        resolve(memories);
      };
      asked.postMessage(undefined);
    });
}
