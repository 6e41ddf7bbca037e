// The features of a text's mood are told by their hash alone, however it was come by: the weights were learnt so.
import { expect, it } from 'vitest';
import { affectFeatures } from '../../server/understand/affect-features.ts';

/** FNV-1a and a final mix over the whole feature, as `train-mood` learnt it. */
function bucket(feature: string): number {
  let hash = 2166136261;
  for (let i = 0; i < feature.length; i += 1) hash = Math.imul(hash ^ feature.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 12;
}

it('puts words, pairs and marks where the whole feature belongs, each once', () => {
  expect(affectFeatures('Where? where? Où').words).toEqual(
    ['wwhere', 'b where', 'bwhere where', 'woù', 'bwhere où', 'p?'].map(bucket),
  );
  expect(affectFeatures('NO!! ...').words).toEqual(['wno', 'b no', 'p!!', 'p..'].map(bucket));
  expect(affectFeatures('LATE').words).toEqual(['wlate', 'b late', 'capitals'].map(bucket));
  expect(affectFeatures('a an').runs).toEqual(['c a ', 'c an', 'can ', 'c an '].map(bucket));
});
