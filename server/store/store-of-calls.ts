// A Store made of one function that carries calls, wherever they run: here, or in the store's own thread.
import { type StoreMethod, sqliteMethods } from './sqlite-methods.ts';
import type { Store } from './store.ts';

export function storeOfCalls(
  call: (method: StoreMethod, args: unknown[]) => Promise<unknown>,
  close: () => Promise<void>,
): Store {
  const methods = Object.keys(sqliteMethods) as StoreMethod[];
  const entries = methods.map((method) => [method, (...args: unknown[]) => call(method, args)] as const);
  // The table's type has exactly the store's methods, each with its arguments and result.
  return { ...Object.fromEntries(entries), close } as unknown as Store;
}
