// Takes out of photos what they say beside the picture: where they were taken, with what, when, and a smaller copy of
// what was cut away. The picture's own bytes stay as they are; how it is turned stays, too.
import type { FileType } from './sniff-file.ts';

/** Undefined when the picture is broken. GIF and PDF are given back as they came. */
export function withoutMetadata(bytes: Uint8Array, type: FileType): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/jpeg':
      return jpeg(view);
    case 'image/png':
      return png(view);
    case 'image/webp':
      return webp(view);
    default:
      return bytes;
  }
}

/** JPEG (ITU-T T.81): markers with segments up to the end of the image; what follows that is not of the picture. */
function jpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  let scanned = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return undefined;
    const segment = bytes.subarray(at, end);
    const turned = marker === 0xe1 ? orientation(segment) : undefined;
    if (turned !== undefined) kept.push(onlyOrientation(turned));
    if (!tells(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    scanned = true;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
  return scanned ? Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]) : undefined;
}

/** APP1 (EXIF, XMP), APP13 (IPTC), comments, and APP2 unless it holds the colours. */
function tells(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) !== 'ICC_PROFILE';
  return marker === 0xe1 || marker === 0xed || marker === 0xfe;
}

/** The compressed picture ends at the next marker: FF that neither a zero nor a restart follows. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** EXIF's tag 0x0112 of the first directory, 2..8; undefined when it is not turned. */
function orientation(segment: Buffer): number | undefined {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 8) !== 'Exif' || tiff.length < 14) return undefined;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  for (let n = 0, at = first + 2; n < short(first) && at + 12 <= tiff.length; n += 1, at += 12) {
    const turned = short(at) === 0x0112 ? short(at + 8) : 0;
    if (turned >= 2 && turned <= 8) return turned;
  }
  return undefined;
}

/** An APP1 segment that holds nothing else. */
function onlyOrientation(turned: number): Buffer {
  const segment = Buffer.from(
    'ffe1002245786966000049492a000800000001001201030001000000000000000000000000',
    'hex',
  );
  segment.writeUInt16LE(turned, 28);
  return segment.subarray(0, 36);
}

const pngTells = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

/** PNG: chunks of length, name, content and check; nothing after IEND. */
function png(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!pngTells.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

/** WebP: RIFF chunks; the header says which there are. */
function webp(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [];
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= whole; ) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return undefined;
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, Math.min(end, whole)));
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = chunk[8]! & ~0x0c;
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) return undefined;
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
