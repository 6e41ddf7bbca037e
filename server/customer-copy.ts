// What a customer takes along of their conversation: what their screen showed, in their language's words (P2).
import type { CustomerView } from '../shared/conversation.ts';
import { inLocale } from '../shared/in-locale.ts';
import { transcriptHtml, transcriptText } from './record/transcript.ts';
import type { Site } from './site/site.ts';
import { vocabularyOf } from './speak/vocabulary-of.ts';

/** `locale`: BCP 47. */
export function customerCopy(
  site: Site,
  view: CustomerView,
  locale: string,
  format: 'text' | 'html',
): string {
  const write = format === 'html' ? transcriptHtml : transcriptText;
  return write(view, {
    business: inLocale(site.name, locale, site.locale),
    assistant: site.assistant.name,
    timeZone: site.hours.timeZone,
    locale,
    words: vocabularyOf(locale).transcript,
  });
}
