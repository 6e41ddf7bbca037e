// Says which of the site's languages a message is in; in doubt the conversation keeps the one it has.
import { eld } from 'eld/extrasmall';
import { baseLanguage } from '../../shared/base-language.ts';
import { madeOnce } from '../../shared/made-once.ts';
import { normalize } from './normalize.ts';

/** Everyday words that settle a short text; none is a word of the other language too. */
const telling: Record<string, ReadonlySet<string>> = {
  en: new Set(
    (
      "don't " +
      'the my and is are please what where how with you your can could would want need have order cancel ' +
      'hello thanks thank yes this that not of to for from when why who help delete flight bag refund ' +
      'change i me it remove about there does did just no human agent talk speak'
    ).split(' '),
  ),
  de: new Set(
    (
      'ich und der die das ist nicht bitte mein meine meinen meiner wie wo wann warum kann können möchte ' +
      'will habe haben mit für auf ein eine einen danke hallo ja nein doch sie mir mich zu von dem den im ' +
      'am wird wurde stornieren kündigen löschen bestellung flug gepäck koffer geld zurück brauche hilfe ' +
      'mensch mitarbeiter guten jetzt noch auch schon kein keine wer wieso bin sind gibt oder aber nach ' +
      'über ändern rechnung buchung storno'
    ).split(' '),
  ),
};

/**
 * Lead over the runner-up (of 1) from which the detector is believed: the fewer words, the larger; without a telling
 * word, as of two fewer.
 */
const leadNeeded = (words: number) => (words >= 5 ? 0.06 : words >= 3 ? 0.12 : 0.25);

/**
 * One of `locales` (BCP 47); `current` when the text is too short or unclear. A language that the site does
 * not have never wins. Speaks of the base language: with `en-GB` among the locales English means that.
 */
export function readLanguage(text: string, locales: string[], current: string): string {
  const languages = languagesOf(locales);
  if (languages.length < 2) return current;
  const whole = normalize(text);
  const plain = hasNames.test(whole) ? whole.replace(/\S+@\S+|https?:\S+|\S*\d\S*/g, ' ').trim() : whole;
  const said = plain.match(/\p{L}+/gu) ?? [];
  const words = said.length;
  if (words === 0) return current;
  const spoken = baseLanguage(current);
  const own = bonus(plain, said, spoken);
  const bonuses = languages.map((language) => (language === spoken ? own : bonus(plain, said, language)));
  // The words say at once that the conversation goes on in its language: the detector is spared.
  if (own >= 0.8 * plenty && languages.every((language, i) => language === spoken || bonuses[i] === 0))
    return current;
  lookFor(languages);
  const scores = eld.detect(plain).getScores();
  const ranked = languages
    .map((language, i) => {
      const telling = bonuses[i]!;
      return { language, telling: telling > 0, score: (scores[language] ?? 0) + telling };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = [ranked[0]!, ranked[1]!];
  if (first.language === spoken || first.score - second.score < leadNeeded(first.telling ? words : words - 2))
    return current;
  return locales.find((locale) => baseLanguage(locale) === first.language) ?? current;
}

/** Each once; a site's locales are one list, which is not changed. */
const languagesOf = madeOnce((locales: string[]) => [...new Set(locales.map(baseLanguage))]);

/** Languages that the detector scores. */
let lookedFor: string[] | undefined;

/** Their scores are the same without those of sixty others, which are sorted and named each time. */
function lookFor(languages: string[]): void {
  if (languages === lookedFor) return;
  eld.setLanguageSubset(languages);
  lookedFor = languages;
}

/** Without these there is no address, link or number to leave out. */
const hasNames = /[@\d]|http/;

/** Share of telling words of the conversation's language from which the detector could not outvote them. */
const plenty = 0.4;

/** Share of telling words, which alone may decide over two or three words; `said`: the text's words. */
function bonus(plain: string, said: string[], language: string): number {
  const known = telling[language];
  if (known === undefined) return 0;
  // "It's", "i'm" and "I'd" tell by what stands before the apostrophe; of "don't" that is no word.
  const tellable = language === 'en' ? (plain.match(/\bdon't\b|\w+/g) ?? []) : said;
  let found = 0;
  for (const word of tellable) if (known.has(word)) found += 1;
  return 0.8 * (found / said.length);
}
