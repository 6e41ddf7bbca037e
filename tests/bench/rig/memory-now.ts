// What a process holds after its garbage is gone. Needs `--expose-gc`.
import { setTimeout as pause } from 'node:timers/promises';

export interface Memory {
  heap: number;
  rss: number;
  external: number;
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
  return { heap: heapUsed, rss, external };
}
