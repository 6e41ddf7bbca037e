// Example phrases are what an intent is learned from: enough of them, in each language, and none in two intents.
import type { Building, Phrase } from './build-words.ts';
import type { RawIntent } from './intents-schema.ts';
import { siteDefaults } from './site-defaults.ts';
import { type Place, within } from './source-file.ts';

const { refused, warned } = siteDefaults.examples;

/** `phrases`: each intent's, in the order of `raw`. */
export function checkExamples(
  { report, languages }: Building,
  place: Place,
  raw: RawIntent[],
  phrases: Phrase[][],
): void {
  const first = new Map<string, { intent: string; phrase: Phrase }>();
  for (const [index, intent] of raw.entries()) {
    const own = phrases[index]!;
    const examples = within(place, index, 'examples');
    if (own.length < refused) {
      report.error(
        examples,
        `"${intent.id}" has ${count(own.length)}, too few to learn it from`,
        `write at least ${refused}, better ${warned} or more`,
        'key',
      );
    } else if (own.length < warned) {
      report.warning(
        examples,
        `"${intent.id}" has only ${count(own.length)}`,
        `${warned} or more, varied, are read far better`,
        'key',
      );
    }
    if (own.some(({ locale }) => locale !== undefined)) {
      const missing = languages.locales.filter((locale) => !own.some((phrase) => phrase.locale === locale));
      if (missing.length > 0)
        report.warning(examples, `"${intent.id}" has no phrase in ${missing.join(', ')}`, 'add some', 'key');
    }
    for (const phrase of own) {
      const key = plain(phrase.text);
      const before = first.get(key);
      if (!before) first.set(key, { intent: intent.id, phrase });
      else {
        const { line } = before.phrase.place.source.position(before.phrase.place.path);
        if (before.intent === intent.id)
          report.warning(phrase.place, `"${phrase.text}" is already in line ${line}`, 'say it differently');
        else
          report.error(
            phrase.place,
            `"${phrase.text}" is also an example of "${before.intent}", in line ${line}`,
            'leave it to the one that it means',
          );
      }
    }
  }
}

function count(number: number): string {
  return number === 1 ? 'one example phrase' : `${number} example phrases`;
}

/** What two phrases have in common when they differ only in case, punctuation and space. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
