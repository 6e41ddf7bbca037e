// What the panel has put by on the device of files that were not sent yet, and a browser that takes its time for it.
import type { Frame } from 'playwright-core';

/** Names of the files in the first place for them that there is. */
export function filesKept(panel: Frame): Promise<string[]> {
  return panel.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [place] = await indexedDB.databases();
    if (!place) return [];
    const db = await answer(indexedDB.open(place.name!));
    const all: { file: File }[] = await answer(db.transaction('files').objectStore('files').getAll());
    db.close();
    return all.map(({ file }) => file.name);
  });
}

/** From now on nobody gets the lock of another file of this customer's, until the returned function is called. */
export async function holdFileLocks(panel: Frame, customer: string): Promise<() => Promise<void>> {
  await panel.evaluate((names) => {
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...asked: unknown[]) => Promise<unknown>;
    const given = new Promise<void>((give) => Object.assign(window, { give }));
    const late = async (name: string, ...rest: unknown[]) => {
      if (name.startsWith(names)) await given;
      return request(name, ...rest);
    };
    Object.assign(locks, { request: late });
  }, `handrail/airline/${customer}/`);
  return () => panel.evaluate(() => (window as unknown as { give(): void }).give());
}
