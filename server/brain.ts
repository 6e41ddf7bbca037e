// Holds each site's trained model: from the cache where its inputs are unchanged, else trained aside while the
// old one serves.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Site } from './site/site.ts';
import { thesaurus } from './understand/concepts.ts';
import { type IntentModel, intentModelFormat } from './understand/intent-model.ts';
import { packModel, unpackModel } from './understand/pack-model.ts';
import { compileSite, type SiteModel } from './understand/site-model.ts';
import { trainingInput } from './understand/training-input.ts';
import type { TrainingInput } from './understand/training-set.ts';

export interface BrainOptions {
  /** Models are cached in its folder `models`, which is made when absent. */
  dataDir: string;
  /** The built `brain-worker.js`; needed unless `train` is given. */
  workerFile?: string | URL;
  /** Trains instead of the worker. */
  train?: (input: TrainingInput) => IntentModel | Promise<IntentModel>;
  seed?: number;
  /** Hears of a cached model that could not be read or kept. Default: standard error. */
  warn?: (text: string) => void;
}

export interface Brain {
  /**
   * Resolves when this very version of the site is served. Until then `model` gives the former one. Called
   * again for the same site while training, the later call wins. Rejects when training fails; the former model stays.
   */
  prepare(site: Site): Promise<void>;
  /** Undefined until the first `prepare` of that site has resolved. */
  model(siteId: string): SiteModel | undefined;
  /** Whether every site that was ever handed to `prepare` has a model. */
  readonly ready: boolean;
}

export function createBrain(options: BrainOptions): Brain {
  const folder = join(options.dataDir, 'models');
  const warn = options.warn ?? ((text) => console.error(text));
  const train = options.train ?? trainInWorker(options.workerFile);
  const models = new Map<string, SiteModel>();
  /** The latest call of `prepare` by site: an earlier one that ends later must not replace its model. */
  const latest = new Map<string, symbol>();

  return {
    async prepare(site) {
      const turn = Symbol(site.id);
      latest.set(site.id, turn);
      const input = trainingInput(site, options.seed ?? 1);
      const prefix = `${createHash('sha256').update(site.id).digest('hex').slice(0, 12)}-`;
      const name = `${prefix}${fingerprint(input)}.model`;
      let intents = await cached(join(folder, name), warn);
      if (intents === undefined) {
        intents = await train(input);
        await keep(folder, name, prefix, intents, warn);
      }
      if (latest.get(site.id) === turn) models.set(site.id, compileSite(site, intents));
    },
    model: (siteId) => models.get(siteId),
    get ready() {
      return [...latest.keys()].every((siteId) => models.has(siteId));
    },
  };
}

/** Changes with everything that the trained model depends on. */
function fingerprint(input: TrainingInput): string {
  return createHash('sha256')
    .update(JSON.stringify([intentModelFormat, thesaurus(), input]))
    .digest('hex')
    .slice(0, 32);
}

async function cached(file: string, warn: (text: string) => void): Promise<IntentModel | undefined> {
  try {
    return unpackModel(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      warn(`Cached model ${file} cannot be used (${(error as Error).message}); training again`);
    }
    return undefined;
  }
}

/** Writes beside and renames, so that no reader ever meets half a file; then drops the site's older models. */
async function keep(
  folder: string,
  name: string,
  prefix: string,
  model: IntentModel,
  warn: (text: string) => void,
) {
  const draft = join(folder, `${name}.${process.pid}.${Math.random().toString(36).slice(2)}.tmp`);
  let drafted = false;
  try {
    await mkdir(folder, { recursive: true });
    drafted = true;
    await writeFile(draft, packModel(model));
    await rename(draft, join(folder, name));
    const old = (await readdir(folder)).filter(
      (f) => f.startsWith(prefix) && f.endsWith('.model') && f !== name,
    );
    await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
  } catch (error) {
    if (drafted) await rm(draft, { force: true });
    warn(`The model could not be kept in ${folder} (${(error as Error).message}); it will be trained again`);
  }
}

function trainInWorker(workerFile: string | URL | undefined): (input: TrainingInput) => Promise<IntentModel> {
  return (input) =>
    new Promise((resolve, reject) => {
      if (workerFile === undefined) throw new Error('createBrain needs workerFile or train');
      const worker = new Worker(workerFile, { workerData: input });
      worker.once('message', (bytes: Uint8Array) => {
        try {
          resolve(unpackModel(bytes));
        } catch (error) {
          reject(error);
        }
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the training thread ended with code ${code}`)));
    });
}
