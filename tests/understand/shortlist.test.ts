// What a rule cannot match without is read from its expression: too little is only slow, too much would be deaf.
import { describe, expect, it } from 'vitest';
import { markActions } from '../../server/understand/action-words.ts';
import { askingPhrases } from '../../server/understand/asking-phrases.ts';
import { background } from '../../server/understand/background.ts';
import { danger, german, medical, selfHarm } from '../../server/understand/distress-phrases.ts';
import { englishPhrases } from '../../server/understand/guard-phrases.ts';
import { germanPhrases } from '../../server/understand/guard-phrases-german.ts';
import { neededWords } from '../../server/understand/needed-words.ts';
import { plainWords } from '../../server/understand/plain-words.ts';
import { shortlist } from '../../server/understand/shortlist.ts';

describe('neededWords', () => {
  it.each<[RegExp, string[] | undefined]>([
    [/\bcancel\b/, ['can']],
    [/\b(?:refund|return)s?\b/, ['ref', 'ret']],
    [/\bdo not (?:want|need)\b/, ['do ']],
    [/\b(?:i|we) (?:feel|felt)\b/, ['fee', 'fel']],
    [/^(?:so |and )*why\b/, ['why']],
    [/(?<!\p{L})ärger[en]* mich\b/u, ['ärg']],
    [/(?<![\p{L}\p{N}])bags?(?![\p{L}\p{N}])/u, ['bag']],
    [/\bstop(?! the press)/, ['sto']],
    // Nothing is sure: it may be left out, stand in the middle of a word, or be written otherwise.
    [/\b(?:please )?/, undefined],
    [/\w*lich\b/, undefined],
    [/\bcancel|\w+ing\b/, undefined],
    [/\bcancel\b/i, undefined],
    [/\b\d+ [a-z]+/, undefined],
    [/\ba\b/, undefined],
    [/\x63ancel/, undefined],
  ])('%s needs %j', (expression, words) => {
    const found = neededWords(expression);
    expect(found && [...found]).toEqual(words);
  });

  it('takes what stands after a boundary for the beginning of a word only where it is a letter', () => {
    expect(shortlist([/\b(?: or| and) not/], (one) => one)('me or not')).toHaveLength(1);
  });
});

describe('shortlist', () => {
  const rules = [
    ...askingPhrases,
    ...[englishPhrases, germanPhrases].flatMap(({ retraction: _, ...kinds }) => Object.values(kinds).flat()),
    ...selfHarm,
    ...danger,
    ...medical,
    ...german,
  ];
  const texts = background()
    .filter((_, index) => index % 5 === 0)
    .flatMap((text) => [plainWords(text), markActions(plainWords(text)), text]);

  it('leaves out no rule that matches, and most of those that do not', () => {
    const possible = shortlist(rules, (rule) => rule);
    let tried = 0;
    for (const text of texts) {
      const few = possible(text);
      tried += few.length;
      const matching = rules.filter((rule) => rule.test(text));
      expect(few.filter((rule) => rule.test(text))).toEqual(matching);
    }
    expect(tried / texts.length).toBeLessThan(0.25 * rules.length);
  });

  it('finds a rule by words at the end of a text, after a mark and after a letter that is not of a to z', () => {
    const possible = shortlist([/\bno$/, /\b(?:it|me) now\b/, /(?<!\p{L})über morgen/u], (rule) => rule);
    expect(possible('oh no')).toEqual([/\bno$/]);
    expect(possible("let'me now").map(({ source }) => source)).toContain('\\b(?:it|me) now\\b');
    expect(possible('bis über morgen')).toHaveLength(1);
  });
});
