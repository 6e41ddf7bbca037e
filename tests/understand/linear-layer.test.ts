// What a layer makes of a text is, to the last bit, the plain sum column by column.
import { expect, it } from 'vitest';
import { type LinearLayer, margins } from '../../server/understand/linear-layer.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';

it('adds up several columns at a time as it would one after the other', () => {
  const [classes, columns] = [5, 60];
  const random = seededRandom(7);
  const layer: LinearLayer = {
    classes,
    weights: Int16Array.from({ length: classes * columns }, () => 64_000 * (random() - 0.5)),
    scale: Float32Array.from({ length: classes }, random),
    bias: Float32Array.from({ length: classes }, random),
  };
  for (let length = 0; length <= 23; length += 1) {
    const text = {
      columns: Int32Array.from({ length }, () => Math.floor(columns * random())),
      values: Float32Array.from({ length }, random),
      length,
    };
    const sums = new Float64Array(classes);
    for (const [j, column] of text.columns.entries())
      for (let k = 0; k < classes; k += 1) sums[k]! += text.values[j]! * layer.weights[column * classes + k]!;
    const expected = sums.map((sum, k) => sum * layer.scale[k]! + layer.bias[k]!);
    expect(margins(layer, text)).toEqual(expected);
  }
});
