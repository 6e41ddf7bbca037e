// How much two pictures of the same state differ to the eye.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface Difference {
  /** Of the halved picture: each stands for four. */
  pixels: number;
  /** 0..1 of all of them. */
  share: number;
  /** The differing places marked, as a PNG. */
  marked: Buffer;
}

/** How far a colour may be off before it counts, 0..1 as pixelmatch measures it (YIQ). */
const colourTolerance = 0.16;

/**
 * Both are halved first, each pixel the mean of four: how edges of letters are smoothed, which another build of the
 * browser or of its font library does a little differently, is evened out; what moved by a pixel or two is not.
 * Undefined when they are not of one size.
 */
export function comparePictures(before: Buffer, now: Buffer): Difference | undefined {
  const [a, b] = [PNG.sync.read(before), PNG.sync.read(now)];
  if (a.width !== b.width || a.height !== b.height) return undefined;
  const [small, other] = [halved(a), halved(b)];
  const marks = new PNG({ width: small.width, height: small.height });
  const pixels = pixelmatch(small.data, other.data, marks.data, small.width, small.height, {
    threshold: colourTolerance,
    includeAA: true,
  });
  return { pixels, share: pixels / (small.width * small.height), marked: PNG.sync.write(marks) };
}

function halved({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (y * 2 * width + x * 2) * 4 + channel;
        const sum = data[at]! + data[at + 4]! + data[at + width * 4]! + data[at + width * 4 + 4]!;
        small.data[(y * small.width + x) * 4 + channel] = sum / 4;
      }
  return small;
}
