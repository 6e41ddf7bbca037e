// What a process holds after its garbage is gone. Needs `--expose-gc`.
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapCodeStatistics } from 'node:v8';

export interface Memory {
  heap: number;
  rss: number;
  external: number;
  /** Of the heap, what V8 compiled: it ends with the program's text, however long the program runs. */
  code: number;
}

/** Bytes. */
export async function memoryNow(): Promise<Memory> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('start it with --expose-gc');
  // Finalisers run between collections, and free more.
  for (let round = 0; round < 4; round++) {
    collect();
    await pause(100);
  }
  const { heapUsed, rss, external } = process.memoryUsage();
  const compiled = getHeapCodeStatistics();
  const code = compiled.code_and_metadata_size + compiled.bytecode_and_metadata_size;
  return { heap: heapUsed, rss, external, code };
}
