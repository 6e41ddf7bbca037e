// Packets that no page sends, seeded, once with limits and once without: crashes, rejections, and the memory's slope.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { numbers, rounded } from './numbers.ts';
import type { FuzzOptions } from './rig/fuzz.ts';
import type { Memory } from './rig/memory-now.ts';
import { createRig, type Rig } from './rig/rig.ts';

/** Looks at the memory in between. */
const looks = 10;
/** Of them the first are not counted: caches fill. */
const warm = 3;

/** `--packets N` (1,000,000) in each of the two runs, from `--sockets N` (50), `--seed N` (1). */
export async function run(args: string[]): Promise<unknown> {
  const { packets, seed, sockets } = numbers(args, { packets: 1_000_000, seed: 1, sockets: 50 });
  const rig = await createRig();
  try {
    const attacks = await known();
    const withLimits = await fuzz(rig, '', { packets, seed, sockets, ...attacks });
    const without = await fuzz(rig, 'off', { packets, seed, sockets, ...attacks });
    return { packets, seed, attackTexts: attacks.texts.length, withLimits, without };
  } finally {
    await rig.end();
  }
}

type Fuzz = Omit<FuzzOptions, 'url'> & { packets: number };

async function fuzz(rig: Rig, limits: string, { packets, ...options }: Fuzz): Promise<unknown> {
  const server = await rig.handrail(limits);
  const load = await rig.start('tests/bench/rig/fuzz.ts', { ...options, url: server.ready.url });
  const heaps: number[] = [];
  let last = { opened: 0, answered: 0 };
  try {
    for (let look = 1; look <= looks; look++) {
      last = await load.call('send', { packets: Math.ceil(packets / looks) });
      const { heap, rss } = await server.call<Memory>('memory');
      heaps.push(heap);
      const megabytes = (value: number) => rounded(value / 2 ** 20, 1);
      console.error(
        `${limits || 'with limits'}: ${look}/${looks}, heap ${megabytes(heap)} MB, RSS ${megabytes(rss)} MB`,
      );
    }
  } catch (error) {
    // A server that is gone is what is looked for; anything else is the bench's own fault.
    if (server.ended() === undefined) throw error;
    return { crashes: 1, said: server.said().slice(-2_000) };
  }
  const { rejections, exceptions } = await server.call<{ rejections: number; exceptions: number }>(
    'surprises',
  );
  const reads = await fetch(`${server.ready.url}/healthz`);
  await load.stop();
  await server.stop();
  return {
    crashes: 0,
    rejections,
    exceptions,
    answers: reads.status,
    ...last,
    heapSlopeBytesPerPacket: rounded(slope(heaps.slice(warm)) / (packets / looks), 3),
  };
}

/** Of the least-squares line through values one apart. */
function slope(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return over / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}

/** The attacks that stand beside the project, where they do: every text in them, and the raw frames. */
async function known(): Promise<{ texts: string[]; frames: string[] }> {
  const file = join(process.cwd(), '../shared/data/attacks.mjs');
  if (!existsSync(file)) {
    console.error('../shared/data/attacks.mjs is not there: only generated packets are sent');
    return { texts: [], frames: [] };
  }
  const { attacks } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    attacks: { raw?: string[] }[];
  };
  const texts = attacks
    .flatMap(({ raw: _, ...attack }) => stringsIn(attack))
    .filter((text) => text.length < 4_000);
  return { texts, frames: attacks.flatMap(({ raw }) => raw ?? []) };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
