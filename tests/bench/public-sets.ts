// The public intent sets of the `understanding` bench: what each trains on and reads. They lie beside the
// project, in ../shared/data; the project keeps none of them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, shuffle } from '../../server/understand/seeded-random.ts';
import { type LabelledText, readTsv } from './read-tsv.ts';
import { UsageError } from './usage-error.ts';

export interface PublicSet {
  name: string;
  train: LabelledText[];
  test: LabelledText[];
  /** Its name in the table of the peers' figures. */
  peers?: string;
  /** Sets of one group are read as one more, pooled. */
  group?: string;
}

/** The folder of data. Throws a UsageError when it is not beside the project. */
export function dataFolder(): string {
  const folder = join(process.cwd(), '../shared/data/nlu');
  if (!existsSync(folder)) throw new UsageError(`understanding needs the public sets in ${folder}`);
  return folder;
}

/** Small ones first. */
export function publicSets(folder: string, seed: number): PublicSet[] {
  const read = (...files: string[]) => readTsv(files.map((file) => join(folder, 'intent', file)));
  const plain = (name: string, peers: string, train: string, ...test: string[]) => ({
    name,
    peers,
    train: read(train),
    test: read(...test),
  });
  const bank = 'banking77/test_public.tsv';
  const clinc = ['clinc150/test_public.tsv', 'clinc150/oos_test_public.tsv'];
  const shops = ['curekart', 'powerplay11', 'sofmattress'].map((shop) => ({
    ...plain(
      `HINT3 ${shop}`,
      `hint3_${shop}_v2`,
      `hint3_${shop}/train.tsv`,
      `hint3_${shop}/test_public.tsv`,
      `hint3_${shop}/oos_test_public.tsv`,
    ),
    group: 'HINT3 pooled',
  }));
  return [
    ...shops,
    ...smallSites('CLINC150', read('clinc150/train.tsv'), read(...clinc), seed),
    ...smallSites('BANKING77', read('banking77/train.tsv'), read(bank), seed),
    plain('NATCS insurance', 'natcs_ins', 'natcs_insurance/train.tsv', 'natcs_insurance/test_public.tsv'),
    plain('BANKING77 5-shot', 'banking77_5', 'banking77/train_5shot.tsv', bank),
    plain('BANKING77 10-shot', 'banking77_10', 'banking77/train_10shot.tsv', bank),
    plain('HWU64 10-shot', 'hwu64_10', 'hwu64/train_10shot.tsv', 'hwu64/test_public.tsv'),
    plain('CLINC150 10-shot', 'clinc150_10', 'clinc150/train_10shot.tsv', ...clinc),
    plain('HWU64', 'hwu64', 'hwu64/train.tsv', 'hwu64/test_public.tsv'),
    plain('BANKING77', 'banking77', 'banking77/train.tsv', bank),
    plain('CLINC150', 'clinc150', 'clinc150/train.tsv', ...clinc),
  ];
}

/** Five sites of 20 intents with 10 phrases, drawn from a large set; what is out of its scope stays so. */
function smallSites(name: string, train: LabelledText[], test: LabelledText[], seed: number): PublicSet[] {
  const labels = [...new Set(train.map(({ label }) => label))].sort();
  return [0, 1, 2, 3, 4].map((number) => {
    const random = seededRandom(seed * 1000 + number);
    const drawn = new Set(draw(labels, 20, random));
    const phrases = [...drawn].flatMap((own) =>
      draw(
        train.filter(({ label }) => label === own),
        10,
        random,
      ),
    );
    return {
      name: `${name} 20 x 10, draw ${number + 1}`,
      group: `${name} 20 x 10`,
      train: phrases,
      test: test.filter(({ label }) => label === 'oos' || drawn.has(label)),
    };
  });
}

function draw<T>(from: T[], count: number, random: () => number): T[] {
  return Array.from(shuffle(Int32Array.from(from.keys()), random).subarray(0, count), (i) => from[i]!);
}
