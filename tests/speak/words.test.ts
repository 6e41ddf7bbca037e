// The server's fixed sentences: the same ones in every language that the panel speaks, each a valid ICU message with the
// same places for values, none of them left in English, and none that loses what it is told.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handoffWordsOf } from '../../server/handoff/handoff-words-of.ts';
import type { HandoffWords } from '../../server/handoff/words/handoff-words.ts';
import { formatWords } from '../../server/speak/format-words.ts';
import { vocabularyOf } from '../../server/speak/vocabulary-of.ts';
import { readGesture } from '../../server/understand/gesture.ts';
import { languages } from '../../widget/ui/load-strings.ts';
import { holesOf } from '../helpers/icu-message.ts';

/** Every text of a file of words by its path in it. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, path ? `${path}.${key}` : key));
}

/** Letters of the language, and letters that only English text would have there. */
const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
};
/** Words that are the same in another language. */
const shared = new Set(['brief.reasons.vip', 'brief.moods.confusion']);

const english = Object.fromEntries(textsOf(vocabularyOf('en')));
const values = {
  opener: 'empathetic',
  assistant: 'Nora',
  agent: 'Mia',
  name: 'OMAR',
  topic: 'TOPIC',
  contacts: '112',
  contact: '030 1',
  opens: 'MONDAY',
  deadline: 'FRIDAY',
  position: 3,
  share: 9,
  minutes: '4 min',
  title: 'TITLE',
  business: 'SHOP',
};

it('the panel, the assistant and the desk speak the same languages', () => {
  const inFolder = (folder: string) =>
    readdirSync(new URL(folder, import.meta.url))
      .map((file) => file.replace('.ts', ''))
      .filter((name) => name !== 'vocabulary' && name !== 'handoff-words')
      .sort();
  expect(inFolder('../../server/speak/words/')).toEqual([...languages].sort());
  expect(inFolder('../../server/handoff/words/')).toEqual([...languages].sort());
});

describe.each(languages)('the assistant’s sentences in %s', (language) => {
  const texts = Object.fromEntries(textsOf(vocabularyOf(language)));

  it('are all there, as valid ICU messages with the same places for values', () => {
    expect(Object.keys(english).filter((key) => !texts[key]?.trim())).toEqual([]);
    for (const [key, text] of Object.entries(texts))
      expect([...holesOf(text, language)], key).toEqual([...holesOf(english[key] ?? text, language)]);
  });

  it('say what they are told', () => {
    for (const [key, text] of Object.entries(texts)) {
      const said = formatWords(text, language, values);
      expect(said, key).not.toMatch(/[{}]/);
      for (const hole of holesOf(text, language))
        if (hole !== 'opener') expect(said, key).toContain(String(values[hole as keyof typeof values]));
    }
  });

  it('E5 have enough acknowledgements that none returns, and C3 none of them asks', () => {
    const { topic, plain, greeting, person, distress, feeling } = vocabularyOf(language).acknowledge;
    for (const variants of [topic, plain, greeting, person, distress, ...Object.values(feeling)]) {
      expect(new Set(variants).size).toBe(variants.length);
      expect(variants.length).toBeGreaterThanOrEqual(5);
      expect(variants.join('')).not.toMatch(/[?？؟]/);
    }
  });

  it('ask only for words that are understood', () => {
    const { notices } = vocabularyOf(language);
    const quoted = (text: string) => text.match(/[“„«「]\s?(\p{L}+)\s?[”“»」]/u)?.[1] ?? '';
    expect(readGesture(quoted(notices.buffer)), notices.buffer).toBe('yes');
    expect(readGesture(quoted(notices.checking)), notices.checking).toBe('no');
    expect(readGesture(quoted(notices['still-checking'])), notices['still-checking']).toBe('no');
  });
});

describe.each(languages)('the desk’s words in %s', (language) => {
  const { brief, desk }: HandoffWords = handoffWordsOf(language);

  it('name the person, the place, the time and how sure it is', () => {
    const wait = desk.within('31', 'SPAN', '97');
    for (const part of ['31', 'SPAN', '97']) expect(wait).toContain(part);
    expect(desk.tooLittle('31')).toContain('31');
    expect(desk.nobody('31', 'MONDAY')).toMatch(/31.*MONDAY/);
    expect(desk.nobody('31', null)).toContain('31');
    for (const notice of ['requeued-released', 'requeued-vanished', 'requeued-silent'] as const) {
      expect(desk.notices[notice]('AGENT', wait)).toContain('AGENT');
      expect(desk.notices[notice]('AGENT', wait)).toContain(wait);
    }
    expect(desk.notices['wait-longer']('', wait)).toContain(wait);
  });

  it('keep what the brief tells', () => {
    for (const say of ['undone', 'failed', 'unknown', 'notDone', 'notRun', 'toBeDone'] as const)
      expect(brief[say]('WHAT'), say).toContain('WHAT');
    expect(brief.done('WHAT', 'REF')).toMatch(/WHAT.*REF/);
    expect(brief.done('WHAT')).not.toContain('undefined');
    expect(brief.undoUntil('WHAT', '10:30')).toMatch(/WHAT.*10:30/);
    expect(brief.asked('ASKED', 'ANSWERED')).toMatch(/ASKED.*ANSWERED/);
    for (const say of ['signedInAs', 'read', 'within'] as const)
      expect(brief[say]('VALUE')).toContain('VALUE');
  });

  it('has every label', () => {
    expect(textsOf(brief).map(([key]) => key)).toEqual(
      textsOf(handoffWordsOf('en').brief).map(([key]) => key),
    );
  });
});

it.each(languages.filter((language) => language !== 'en'))(
  'no English is left in the server’s %s',
  (language) => {
    const own = Object.fromEntries([
      ...textsOf(vocabularyOf(language)),
      ...textsOf(handoffWordsOf(language)),
    ]);
    const theirs = { ...english, ...Object.fromEntries(textsOf(handoffWordsOf('en'))) };
    expect(Object.keys(own).filter((key) => own[key] === theirs[key] && !shared.has(key))).toEqual([]);
    const script = scripts[language];
    if (!script) return;
    for (const [key, text] of Object.entries(own)) {
      const bare = text
        .replace(/\{\w+(?:, select,)?/g, ' ')
        .replace(/\b(?:efficient|other|unknown|none) \{/g, ' ')
        .replace(/“stop”|«stop»|「stop」|“OK”|«OK»|「OK」/g, ' ');
      expect(bare, key).not.toMatch(/[A-Za-z]{2,}/);
      if (bare.trim()) expect(bare, key).toMatch(script);
    }
  },
);
