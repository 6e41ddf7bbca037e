// What a thread holds after its garbage is gone. Needs `--expose-gc`.
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapCodeStatistics, queryObjects } from 'node:v8';

export interface Memory {
  heap: number;
  rss: number;
  external: number;
  /** Of the heap, what V8 compiled: it ends with the program's text, however long the program runs. */
  code: number;
}

/** Nothing is of this class: looking for what is makes V8 collect until there is no more that it can free. */
class Nothing {}

/** Bytes, at the one of two moments at which the thread held less: what is under way in one is over in the other. */
export async function memoryNow(): Promise<Memory> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('start it with --expose-gc');
  // Finalisers run between collections, and free more.
  for (let round = 0; round < 4; round++) {
    collect();
    await pause(100);
  }
  // Pages that are freed go back to the system a moment after a collection, so this is read before the next.
  const rss = process.memoryUsage.rss();
  const first = memory();
  await pause(100);
  const second = memory();
  const least = second.heap - second.code < first.heap - first.code ? second : first;
  return { ...least, rss };
}

function memory(): Omit<Memory, 'rss'> {
  queryObjects(Nothing);
  const { heapUsed, external } = process.memoryUsage();
  const compiled = getHeapCodeStatistics();
  const code = compiled.code_and_metadata_size + compiled.bytecode_and_metadata_size;
  return { heap: heapUsed, external, code };
}
