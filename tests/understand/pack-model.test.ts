// A model written and read back must read messages as before; anything else must be refused.
import { expect, it } from 'vitest';
import { background } from '../../server/understand/background.ts';
import { packModel, unpackModel } from '../../server/understand/pack-model.ts';
import { rankIntents } from '../../server/understand/rank-intents.ts';
import { trainIntents } from '../../server/understand/train-intents.ts';
import { fewPhrases } from './few-phrases.ts';

const model = trainIntents({
  examples: fewPhrases(),
  background: background(),
  vocabulary: { card: ['zibble'] },
  outOfScopeShare: 0.25,
  seed: 1,
});

it('reads back as the same model', () => {
  const back = unpackModel(packModel(model));
  expect(back).toEqual(model);
  for (const text of ['renew my book', 'my zibble is gone', 'how are you']) {
    expect(rankIntents(back, text)).toEqual(rankIntents(model, text));
  }
  expect(packModel(back)).toEqual(packModel(model));
});

it('refuses what is cut off, foreign or damaged', () => {
  const bytes = packModel(model);
  expect(() => unpackModel(bytes.subarray(0, bytes.length - 1))).toThrow('cut off');
  expect(() => unpackModel(new Uint8Array(0))).toThrow('not an intent model');
  expect(() => unpackModel(new TextEncoder().encode('{"format":1,"intents":[]}'))).toThrow(
    'not an intent model',
  );
  const damaged = bytes.slice();
  damaged[bytes.length - 10]! ^= 0xff;
  expect(() => unpackModel(damaged)).toThrow('damaged');
});

it('stays small', () => {
  expect(packModel(model).byteLength).toBeLessThan(2_000_000);
});
