// The name of an attached file as it is kept and shown: what somebody's device calls it, made harmless.
import type { FileType } from './sniff-file.ts';

const endings: Record<FileType, string[]> = {
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
};
const longest = 100;

/**
 * The last part of a path, without control and direction marks, ending in what the content is: `invoice\u202egpj.exe`
 * becomes `invoicegpj.png`. The store's own name of it is random and never made of this one.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [, stem = plain] = /^(.+)\.[^.]{1,8}$/u.exec(plain) ?? [];
  const ending = endings[type].find((one) => plain.toLowerCase().endsWith(`.${one}`)) ?? endings[type][0]!;
  const kept = [...stem.replace(/^\.+/, '')].slice(0, longest).join('').trim();
  return `${kept || 'file'}.${ending}`;
}
