// Packets that no page sends, seeded, once with limits and once without: crashes, rejections, and the memory's slope.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { numbers, rounded } from './numbers.ts';
import type { ThreadMemory } from './rig/answer-memory.ts';
import type { FuzzOptions } from './rig/fuzz.ts';
import { createRig, type Rig } from './rig/rig.ts';

/** Looks at the memory while the first half of the packets comes: caches fill, and they are not counted. */
const filling = 6;
/** … and while the second half does. */
const judged = 24;
/** Fewer packets do not fill these caches by half of them: then the slope is told and not judged. */
const enough = 1_000_000;
/** Bytes that the heap may grow by for each packet, its interval's lower end: V8's notes on what runs go on growing. */
const mostGrowth = 0.5;
/** What has to be told from nothing, bytes a packet: an object of 64 bytes, kept for ever, for each hundred of them. */
const leak = 0.64;
/** Packets a second of somebody who goes on all day, for the growth of a day. */
const sustained = 1_000;
/** Of Student's distribution with 22 degrees of freedom, for an interval of 95 %. */
const student = 2.074;

/**
 * `--packets N` (1,000,000) in each of the two runs, from `--sockets N` (50), `--seed N` (1); `--run 1` is the one with
 * limits alone, `--run 2` the one without. The heap is that of all threads, without the code that V8 compiled: this is
 * bounded by the program's text and thrown away and made anew as it is used. Its slope is the least-squares line's
 * through the second half of the packets, with its interval of 95 %. It is flat when the interval begins at most at
 * `mostGrowth` and its half is narrower than `leak`: what is seen too dimly is not called flat.
 * Exit code 1 after a crash, a rejection or an exception, or when the heap is not flat.
 */
export async function run(args: string[]): Promise<unknown> {
  const {
    packets,
    seed,
    sockets,
    run: only,
  } = numbers(args, { packets: 1_000_000, seed: 1, sockets: 50, run: 0 });
  const rig = await createRig();
  try {
    const attacks = await known();
    const of = (limits: string) => fuzz(rig, limits, { packets, seed, sockets, ...attacks });
    const withLimits = only === 2 ? undefined : await of('');
    const without = only === 1 ? undefined : await of('off');
    const runs = [withLimits, without].filter((one) => one !== undefined);
    if (!runs.every((one) => held(one, packets))) process.exitCode = 1;
    return { packets, seed, attackTexts: attacks.texts.length, withLimits, without };
  } finally {
    await rig.end();
  }
}

type Fuzz = Omit<FuzzOptions, 'url'> & { packets: number };

interface Found {
  crashes: number;
  /** What a server that crashed said last. */
  said?: string;
  rejections?: number;
  exceptions?: number;
  /** The status of its health when all was sent. */
  answers?: number;
  flat?: boolean;
}

function held({ crashes, rejections, exceptions, answers, flat }: Found, packets: number): boolean {
  const well = crashes === 0 && rejections === 0 && exceptions === 0 && answers === 200;
  return well && (flat === true || packets < enough);
}

async function fuzz(rig: Rig, limits: string, { packets, ...options }: Fuzz): Promise<Found> {
  const server = await rig.handrail(limits, true);
  const load = await rig.start('tests/bench/rig/fuzz.ts', { ...options, url: server.ready.url });
  const memories: ThreadMemory[][] = [];
  let last = { opened: 0, visitors: 0, answered: 0 };
  try {
    for (let look = 1; look <= filling + judged; look++) {
      const half = look <= filling ? filling : judged;
      last = await load.call('send', { packets: Math.ceil(packets / 2 / half) });
      await load.call('rest');
      // A line that nobody serves grows with those who ask for a person, and is meant to.
      const served = await server.call<number>('serveLine');
      const now = await server.call<ThreadMemory[]>('memories');
      memories.push(now);
      const each = now.map((one) => `${one.thread} ${megabytes(kept(one))} + ${megabytes(one.code)}`);
      console.error(
        `${limits || 'with limits'}: ${look}/${filling + judged}, heap + compiled MB: ${each.join(', ')}; RSS ${megabytes(now[0]!.rss)} MB, ${last.visitors} visitors, ${served} served`,
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
  const counted = memories.slice(-judged);
  return {
    crashes: 0,
    rejections,
    exceptions,
    answers: reads.status,
    ...last,
    ...flatness(counted, packets / 2 / judged),
  };
}

const megabytes = (bytes: number) => rounded(bytes / 2 ** 20, 2);

/** What a thread keeps on its heap, without compiled code. */
const kept = ({ heap, code }: ThreadMemory) => heap - code;

/** How the heap goes on: bytes a packet, where that may lie (95 %), and what each thread and its compiled code grow by. */
function flatness(memories: ThreadMemory[][], packets: number) {
  const each = (bytes: number) => rounded(bytes / packets, 2);
  const grows = (of: (memory: ThreadMemory) => number, thread?: string) =>
    line(
      memories.map((all) =>
        all.reduce((sum, one) => sum + (thread && one.thread !== thread ? 0 : of(one)), 0),
      ),
    );
  const { slope, error } = grows(kept);
  const [lowest, most] = [each(slope - student * error), each(slope + student * error)];
  const threads = memories[0]!.map(({ thread }) => [thread, each(grows(kept, thread).slope)] as const);
  return {
    heapSlopeBytesPerPacket: each(slope),
    slopeWithin: [lowest, most],
    threads: Object.fromEntries(threads),
    compiledBytesPerPacket: each(grows(({ code }) => code).slope),
    heapMbPerDay: rounded((each(slope) * sustained * 86_400) / 2 ** 20, 1),
    flat: lowest <= mostGrowth && (most - lowest) / 2 < leak,
  };
}

/** The least-squares line through values that stand one step apart: its slope a step, and the slope's error. */
function line(values: number[]): { slope: number; error: number } {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  const rest = values.reduce((sum, value, index) => sum + (value - mean - slope * (index - middle)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (values.length - 2) / spread) };
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
