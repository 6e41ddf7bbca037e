// The holder of trained models: what it serves while it trains, what it keeps, and what it does with a cache
// that something has damaged.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Brain, createBrain } from '../server/brain.ts';
import type { Site } from '../server/site/site.ts';
import type { IntentModel } from '../server/understand/intent-model.ts';
import { rankIntents } from '../server/understand/rank-intents.ts';
import { trainSite } from '../server/understand/site-model.ts';
import { trainIntents } from '../server/understand/train-intents.ts';
import type { TrainingInput } from '../server/understand/training-set.ts';
import { buildEntry } from './helpers/build-entry.ts';
import { smallSite } from './understand/small-site.ts';

let dataDir: string;
let trained: TrainingInput[];
let warnings: string[];

/** Trains on the phrases alone: quick, and a real model. */
const train = (input: TrainingInput) => {
  trained.push(input);
  return trainIntents({ ...input, background: input.background.slice(0, 30) });
};
const brainWith = (trainer: (input: TrainingInput) => IntentModel | Promise<IntentModel> = train): Brain =>
  createBrain({ dataDir, train: trainer, warn: (text) => warnings.push(text) });
const files = () => readdir(join(dataDir, 'models'));

function withPhrase(text: string): Site {
  const site = smallSite();
  const [first, ...rest] = site.intents;
  return { ...site, intents: [{ ...first!, examples: [...first!.examples, text] }, ...rest] };
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'handrail-brain-'));
  trained = [];
  warnings = [];
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('createBrain', () => {
  it('has no model before a site is prepared, and is ready after', async () => {
    const brain = brainWith();
    const site = smallSite();
    expect(brain.model(site.id)).toBeUndefined();
    const preparing = brain.prepare(site);
    expect(brain.ready).toBe(false);
    await preparing;
    expect(brain.ready).toBe(true);
    const reading = rankIntents(brain.model(site.id)!.intents, site.intents[0]!.examples[0]!);
    expect(reading.intents[0]!.id).toBe(site.intents[0]!.id);
  });

  it('takes an unchanged site from the cache, with the same readings', async () => {
    const site = smallSite();
    const first = brainWith();
    await first.prepare(site);
    const second = brainWith();
    await second.prepare(site);
    expect(warnings).toEqual([]);
    expect(trained).toHaveLength(1);
    for (const { examples } of site.intents) {
      expect(rankIntents(second.model(site.id)!.intents, examples[0]!)).toEqual(
        rankIntents(first.model(site.id)!.intents, examples[0]!),
      );
    }
  });

  it('trains a changed site again and keeps only its newest model', async () => {
    const brain = brainWith();
    await brain.prepare(smallSite());
    const before = await files();
    await brain.prepare(withPhrase('zibble my zobble'));
    expect(trained).toHaveLength(2);
    expect(await files()).toHaveLength(1);
    expect(await files()).not.toEqual(before);
  });

  it('serves the former model while the new one trains', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let slow = false;
    const brain = brainWith(async (input) => {
      if (slow) await gate;
      return train(input);
    });
    const site = smallSite();
    await brain.prepare(site);
    const former = brain.model(site.id);
    slow = true;
    const preparing = brain.prepare(withPhrase('zibble my zobble'));
    expect(brain.model(site.id)).toBe(former);
    expect(brain.ready).toBe(true);
    release();
    await preparing;
    expect(brain.model(site.id)).not.toBe(former);
  });

  it('lets the later of two preparations win, whichever ends first', async () => {
    const gates: (() => void)[] = [];
    const started: (() => void)[] = [];
    const starts = [0, 1].map((i) => new Promise<void>((resolve) => (started[i] = resolve)));
    const brain = brainWith(async (input) => {
      const at = gates.length;
      const gate = new Promise<void>((resolve) => gates.push(resolve));
      started[at]!();
      await gate;
      return train(input);
    });
    const older = brain.prepare(smallSite());
    await starts[0];
    const newer = brain.prepare(withPhrase('zibble my zobble'));
    await starts[1];
    gates[1]!();
    await newer;
    const served = brain.model(smallSite().id);
    gates[0]!();
    await older;
    expect(brain.model(smallSite().id)).toBe(served);
  });

  it('keeps the former model when training fails', async () => {
    let fail = false;
    const brain = brainWith((input) => {
      if (fail) throw new Error('out of luck');
      return train(input);
    });
    const site = smallSite();
    await brain.prepare(site);
    const former = brain.model(site.id);
    fail = true;
    await expect(brain.prepare(withPhrase('zibble my zobble'))).rejects.toThrow('out of luck');
    expect(brain.model(site.id)).toBe(former);
  });

  it.each([
    ['emptied', () => Buffer.alloc(0)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['overwritten', () => Buffer.from('not a model at all')],
    [
      'changed in one byte',
      (bytes: Buffer) => {
        bytes[bytes.length - 100]! ^= 0x55;
        return bytes;
      },
    ],
  ])('trains again, with a warning, when the cached file was %s', async (_how, damage) => {
    const site = smallSite();
    await brainWith().prepare(site);
    const file = join(dataDir, 'models', (await files())[0]!);
    const whole = await readFile(file);
    await writeFile(file, damage(Buffer.from(whole)));
    const brain = brainWith();
    await brain.prepare(site);
    expect(trained).toHaveLength(2);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(file);
    expect(brain.ready).toBe(true);
    expect(await readFile(file)).toEqual(whole);
  });

  it('serves on when the cache cannot be written', async () => {
    await writeFile(join(dataDir, 'models'), 'a file where the folder should be');
    const brain = brainWith();
    await brain.prepare(smallSite());
    expect(brain.ready).toBe(true);
    expect(warnings.some((text) => text.includes('could not be kept'))).toBe(true);
  });
});

describe('the training thread', () => {
  it('trains the very model that would be trained in place', async () => {
    const workerFile = await buildEntry('server/brain-worker.ts');
    const site = smallSite();
    const brain = createBrain({ dataDir, workerFile, warn: (text) => warnings.push(text) });
    await brain.prepare(site);
    expect(brain.model(site.id)!.intents).toEqual(trainSite(site).intents);
    expect(await files()).toHaveLength(1);
  });

  it('reports a worker that ends without a model', async () => {
    const workerFile = join(dataDir, 'worker.mjs');
    await writeFile(workerFile, 'process.exit(3);');
    const brain = createBrain({ dataDir, workerFile, warn: (text) => warnings.push(text) });
    await expect(brain.prepare(smallSite())).rejects.toThrow('ended with code 3');
    expect(brain.ready).toBe(false);
  });
});
