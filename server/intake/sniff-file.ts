// What a file is by its content, whatever it is called: images and PDF, and nothing that a browser would run.
import type { BodyOf } from '../../shared/events.ts';

export type FileType = NonNullable<BodyOf<'message'>['file']>['type'];

/** By the sniffer's name of it; an animated PNG is a PNG to whoever shows it. */
const taken: Readonly<Record<string, FileType>> = {
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'application/pdf': 'application/pdf',
};
/** The magic is at the beginning: no more than this is looked at, so that no crafted file keeps the sniffer busy. */
const looked = 4100;

/** Undefined for what is not taken; SVG and HTML are among it, as text of any kind is. */
export async function sniffFile(bytes: Uint8Array): Promise<FileType | undefined> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, looked));
  return found && Object.hasOwn(taken, found.mime) ? taken[found.mime] : undefined;
}
