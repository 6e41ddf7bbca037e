// How much two pictures of the same state differ to the eye.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  pixels: number;
  /** 0..1 of all of them. */
  share: number;
  /** The differing places marked, as a PNG. */
  marked: Buffer;
}

/** How far a colour may be off before it counts, 0..1 as pixelmatch measures it (YIQ). */
const colourTolerance = 0.1;

/** Of two PNGs; undefined when they are not of one size. */
export function comparePictures(before: Buffer, now: Buffer): Difference | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = a;
  if (width !== b.width || height !== b.height) return undefined;
  const marks = new PNG({ width, height });
  const pixels = pixelmatch(a.data, b.data, marks.data, width, height, {
    threshold: colourTolerance,
    includeAA: true,
  });
  return { pixels, share: pixels / (width * height), marked: PNG.sync.write(marks) };
}
