// What the gate finds in words that nobody of ours has written.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claims } from '../../server/speak/claims.ts';
import { unmasked } from '../../server/speak/unmasked.ts';
import { borders } from './borders.ts';
import { harmless, lies } from './lies.ts';

const disguises: [string, (text: string) => string][] = [
  ['shouted', (text) => text.toUpperCase()],
  ['in bold', (text) => text.replace(/(\p{L}{4,})/gu, '**$1**')],
  ['with invisible characters', (text) => text.replace(/(\p{L}{2})(\p{L})/gu, '$1\u200b$2')],
  ['with letters of another alphabet', (text) => text.replaceAll('e', 'е').replaceAll('o', 'о')],
  [
    'with straight apostrophes and wide spaces',
    (text) => text.replaceAll('’', "'").replaceAll(' ', '\u2003'),
  ],
  ['behind something harmless', (text) => `I see what you mean. Thank you for telling me, ${text}`],
  ['on a line of its own', (text) => `Here is what I know:\n${text}\nTake care`],
];

describe('claims', () => {
  it.each(lies)('D7 finds “%s”', (text) => {
    expect(claims(text)).not.toEqual([]);
  });

  it.each(harmless)('D7 leaves “%s” alone', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it.each(disguises)('D7 reads through a disguise: %s', (_, disguise) => {
    expect(lies.filter((text) => claims(disguise(text)).length === 0)).toEqual([]);
  });

  it('D7 tells what was done from what is promised, and which deed', () => {
    const found = (text: string) => claims(text).map(({ says, deed }) => `${says} ${deed}`);
    expect(found('I have cancelled it')).toEqual(['done cancel']);
    expect(found('I will refund it')).toEqual(['promised refund']);
    expect(found('Ihr Koffer wurde gestrichen')).toEqual(['done remove']);
    expect(found('I am transferring you to a person')).toContain('promised person');
    expect(found('Done!')).toEqual(['done other']);
  });

  it('D7 reads each sentence as what it says, down to the deed', async () => {
    const read = (text: string) =>
      claims(text).map(({ says, deed, clause }) => `  ${says} ${deed}: ${clause}\n`);
    const all = [...lies, ...harmless, ...borders].map((text) => `${text}\n${read(text).join('')}`);
    await expect(all.join('')).toMatchFileSnapshot(join(import.meta.dirname, 'claims.txt'));
  });

  it('D7 takes no policy of a demo business for a claim, in any of its languages', () => {
    const sites = resolve(import.meta.dirname, '../../demo/sites');
    const taken = readdirSync(sites).flatMap((site) =>
      readdirSync(join(sites, site, 'knowledge')).flatMap((file) =>
        readFileSync(join(sites, site, 'knowledge', file), 'utf8')
          .replace(/^---[\s\S]*?^---/m, '')
          .split(/\n{2,}/)
          .flatMap((text) => claims(text).map(({ clause }) => `${file}: ${clause}`)),
      ),
    );
    expect(taken).toEqual([]);
  });
});

describe('unmasked', () => {
  it('reads letters that were set apart as the word they make', () => {
    expect(unmasked('I have c a n c e l l e d it')).toBe('i have cancelled it');
    expect(unmasked('c.a.n.c.e.l.l.e.d')).toBe('cancelled');
  });

  it('leaves ordinary words apart', () => {
    expect(unmasked('A plan B is a plan')).toBe('a plan b is a plan');
  });
});
