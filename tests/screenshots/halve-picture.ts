// A picture at half its size, each pixel the mean of four: how edges of letters are smoothed, which another build of the
// browser may do a little differently, is evened out; what moved by a pixel is not. It is also what is kept.
import { PNG } from 'pngjs';

/** PNG in, PNG out, without transparency; an odd last row or column is left out. */
export function halvePicture(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const small = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (y * 2 * width + x * 2) * 4 + channel;
        const sum = data[at]! + data[at + 4]! + data[at + width * 4]! + data[at + width * 4 + 4]!;
        small.data[(y * small.width + x) * 4 + channel] = sum / 4;
      }
  return PNG.sync.write(small, { colorType: 2, deflateLevel: 9, deflateStrategy: 0 });
}
