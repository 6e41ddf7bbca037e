// Files that are not sent yet, on the device beside the outbox (IndexedDB), so that they outlive the page. Where there is
// no such place (storage blocked, private windows) they live as long as the page, and nothing ever throws.
import type { VisitorMemory } from './visitor-memory.ts';

interface Kept {
  id: string;
  conversation: string;
  file: File;
  at: number;
}

/** ms: whoever comes back later has moved on. */
const keptMs = 86_400_000;

export interface KeptFiles {
  keep(id: string, conversation: string, file: File): Promise<void>;
  drop(id: string): Promise<void>;
  /** What earlier pages left of this conversation, and no other page is busy with. */
  left(conversation: string): Promise<{ id: string; file: File }[]>;
}

/** Files that this page is about to put by: with one on its way a place is not empty, whatever it counts. */
let coming = 0;

/** Those of one person; their memory says whether there are any, and takes them along when it is forgotten (P3). */
export function keptFiles(memory: VisitorMemory, now: () => number): KeptFiles {
  /** Of those that this page is busy with. */
  const release = new Map<string, () => void>();
  const dropped = new Set<string>();

  /** False when another page holds it. */
  function hold(id: string): Promise<boolean> {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const held = (lock: Lock | null) => {
        resolve(lock !== null);
        return lock && new Promise<void>((done) => release.set(id, done));
      };
      navigator.locks.request(`${memory.place}${id}`, { ifAvailable: true }, held).catch(() => resolve(true));
    });
  }

  function emptied(): void {
    if (coming === 0) memory.keepFiles(false);
  }

  async function inStore<T>(
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> {
    try {
      const db = await opened(memory.place);
      try {
        return await answer(run(db.transaction('files', mode).objectStore('files')));
      } finally {
        db.close();
      }
    } catch {
      // Blocked or full: the file lives as long as the page.
      return undefined;
    }
  }

  return {
    async keep(id, conversation, file) {
      coming += 1;
      memory.keepFiles(true);
      await hold(id);
      const kept: Kept = { id, conversation, file, at: now() };
      // Unless it was taken away meanwhile, or the person is gone with all that was theirs.
      if (memory.files() && !dropped.has(id)) await inStore('readwrite', (store) => store.put(kept));
      coming -= 1;
    },
    async drop(id) {
      dropped.add(id);
      release.get(id)?.();
      release.delete(id);
      // A memory that was forgotten has taken all of it along; opening would make the place anew.
      if (!memory.files()) return;
      await inStore('readwrite', (store) => store.delete(id));
      if ((await inStore('readonly', (store) => store.count())) === 0) emptied();
    },
    async left(conversation) {
      if (!memory.files()) return [];
      const all = ((await inStore('readonly', (store) => store.getAll())) ?? []) as Kept[];
      const found: { id: string; file: File }[] = [];
      for (const one of all) {
        const isPast = now() - one.at > keptMs || one.conversation !== conversation;
        if (!(await hold(one.id))) continue;
        if (isPast) await this.drop(one.id);
        else found.push({ id: one.id, file: one.file });
      }
      if (all.length === 0) emptied();
      return found;
    },
  };
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'id' });
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
