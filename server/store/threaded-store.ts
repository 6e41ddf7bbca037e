// The embedded store as the server uses it: a proxy to a thread of its own, so that no sync of the disk and no
// long search ever holds up a conversation.
import { createNearReader } from './near-reader.ts';
import type { StoreCall } from './run-group.ts';
import { type StoreThread, type StoreThreadOptions, startStoreThread } from './start-store-thread.ts';
import type { Store } from './store.ts';
import { storeOfCalls } from './store-of-calls.ts';

/**
 * Resolves when the file is open; rejects when it cannot be opened as a database of ours. Should the thread die,
 * what waits for it is rejected as unavailable, and the next call starts another.
 */
export async function openThreadedStore(options: StoreThreadOptions): Promise<Store> {
  let thread: StoreThread = startStoreThread(options);
  let closing: Promise<void> | undefined;
  await thread.opened;
  const near = createNearReader(options.file);

  async function call(method: StoreCall['method'], args: unknown[]): Promise<unknown> {
    if (closing) throw new Error('The store is closed.');
    const read = near.read(method, args);
    if (read) return read.value;
    if (thread.ended()) thread = startStoreThread(options);
    return thread.call(method, args);
  }

  return storeOfCalls(call, () => {
    near.close();
    closing ??= thread.close();
    return closing;
  });
}
