// Small files of each kind that a customer may attach, and what can be hidden in them.
import { crc32, deflateSync } from 'node:zlib';

/** A PNG's chunk, with its check. */
export function pngChunk(name: string, content: string | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(content as string)]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

/** One red pixel. */
export const png: Buffer = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  pngChunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  pngChunk('IDAT', deflateSync(Buffer.from('00ff0000', 'hex'))),
  pngChunk('IEND', ''),
]);

export const gif: Buffer = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

export const pdf: Buffer = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** The frame of a JPEG with these segments before its scan, and `behind` after its end. */
export function jpegOf(segments: [marker: number, content: string | Uint8Array][], behind = ''): Buffer {
  const segment = (marker: number, content: string | Uint8Array) => {
    const body = Buffer.from(content as string);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...segments.map(([marker, content]) => segment(marker, content)),
    segment(0xda, Buffer.from('01010000003f00', 'hex')),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4, 0xff, 0xd9]),
    Buffer.from(behind),
  ]);
}

/** The frame of a WebP with these chunks behind its picture. */
export function webpOf(chunks: [name: string, content: string][]): Buffer {
  const chunk = (name: string, content: string | Uint8Array) => {
    const body = Buffer.from(content as string);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
  };
  const all = [
    chunk('VP8X', Buffer.from('0c000000000000000000', 'hex')),
    chunk('VP8L', Buffer.from('2f00000000000000', 'hex')),
    ...chunks.map(([name, content]) => chunk(name, content)),
  ];
  return Buffer.from(Buffer.concat([chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...all]))]));
}
