// Files as they come: what they are by their content, what they may be called, and what photos do not tell any more.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../server/intake/file-name.ts';
import { sniffFile } from '../../server/intake/sniff-file.ts';
import { withoutMetadata } from '../../server/intake/without-metadata.ts';
import { gif, jpegOf, pdf, png, pngChunk, webpOf } from '../helpers/sample-files.ts';

const text = (of: string) => new TextEncoder().encode(of);
const holds = (bytes: Uint8Array | undefined, what: string) =>
  Buffer.from(bytes!).includes(what, 0, 'latin1');

describe('what a file is', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', jpegOf([])],
    ['image/webp', webpOf([])],
    ['image/gif', gif],
    ['application/pdf', pdf],
  ])('%s by its content', async (type, bytes) => {
    expect(await sniffFile(bytes)).toBe(type);
  });

  it.each([
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['SVG behind an XML head', text('<?xml version="1.0"?><svg onload="alert(1)"/>')],
    ['HTML', text('<!doctype html><script>alert(1)</script>')],
    ['a script', text('#!/bin/sh\nid')],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])],
    ['nothing', new Uint8Array()],
  ])('%s is not taken, whatever its name says', async (_, bytes) => {
    expect(await sniffFile(bytes)).toBeUndefined();
  });
});

describe('what it is called', () => {
  it.each([
    ['ticket.png', 'ticket.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['..\\..\\x', 'x.png'],
    ['invoice\u202egpj.exe', 'invoicegpj.png'],
    ['a\u0000.png', 'a.png'],
    ['.htaccess', 'htaccess.png'],
    ['f"\r\nSet-Cookie: a=b.html', 'fSet-Cookie a=b.png'],
    ['', 'file.png'],
    ['Größe 😀.PNG', 'Größe 😀.png'],
    [`${'a'.repeat(300)}.png`, `${'a'.repeat(100)}.png`],
  ])('%j becomes %j', (given, kept) => {
    expect(fileName(given, 'image/png')).toBe(kept);
  });
});

const attackFile = new URL('../../../shared/data/attacks.mjs', import.meta.url);

describe.runIf(existsSync(attackFile))('the names in ../shared/data/attacks.mjs', () => {
  it('lead nowhere and end in what the content is', async () => {
    const { attacks } = (await import(attackFile.href)) as {
      attacks: { names?: string[]; strings?: string[] }[];
    };
    const names = attacks.flatMap(({ names = [], strings = [] }) => [...names, ...strings]);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const kept = fileName(name, 'application/pdf');
      expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+\.pdf$/u);
      expect(kept).not.toMatch(/^\./);
      expect([...kept].length).toBeLessThanOrEqual(105);
    }
  });
});

describe('what photos tell', () => {
  const place = 'GPSLatitude 52.52';

  it('P1 a JPEG loses where it was taken, and stays turned as it was', () => {
    const exif = Buffer.concat([
      Buffer.from('Exif\0\0II*\0\u0008\0\0\0\u0001\0', 'latin1'),
      Buffer.from('120103000100000006000000', 'hex'),
      Buffer.from(`\0\0\0\0${place}`, 'latin1'),
    ]);
    const kept = withoutMetadata(
      jpegOf(
        [
          [0xe1, exif],
          [0xed, place],
          [0xfe, place],
        ],
        place,
      ),
      'image/jpeg',
    )!;
    expect(holds(kept, place)).toBe(false);
    expect(Buffer.from(kept).toString('hex')).toContain(
      '4578696600004949'.concat('2a00080000000100120103000100000006000000'),
    );
    expect(Buffer.from(kept).subarray(-2).toString('hex')).toBe('ffd9');
    // Cleaning what is clean changes nothing.
    expect(Buffer.compare(withoutMetadata(kept, 'image/jpeg')!, kept)).toBe(0);
  });

  it('P1 a PNG and a WebP lose it too, and what was hung on behind the picture', () => {
    const told = Buffer.concat([
      png.subarray(0, 33),
      pngChunk('eXIf', place),
      png.subarray(33),
      Buffer.from(place),
    ]);
    expect(Buffer.compare(withoutMetadata(told, 'image/png')!, png)).toBe(0);
    const webp = withoutMetadata(
      webpOf([
        ['EXIF', place],
        ['XMP ', place],
      ]),
      'image/webp',
    )!;
    expect(holds(webp, place)).toBe(false);
    expect(Buffer.from(webp).readUInt32LE(4)).toBe(webp.length - 8);
  });

  it('what is cut off in the middle is no picture', () => {
    expect(withoutMetadata(jpegOf([]).subarray(0, 9), 'image/jpeg')).toBeUndefined();
    expect(withoutMetadata(png.subarray(0, 40), 'image/png')).toBeUndefined();
  });
});
