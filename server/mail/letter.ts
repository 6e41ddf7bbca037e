// What is mailed to a customer who is away: what the person wrote, and the way back to the conversation. Pure. The
// subject names the business alone, so that nothing of a person stands on a locked screen; whatever people wrote or are
// called stands in the body.
import type { MessageEntry } from '../../shared/conversation.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Site } from '../site/site.ts';
import { formatWords } from '../speak/format-words.ts';
import { vocabularyOf } from '../speak/vocabulary-of.ts';

export interface Letter {
  /** The same for each try, so that a mail server and a mailbox know it again. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

export interface LetterParts {
  /** Of the mail, as the log has it. */
  id: string;
  to: string;
  site: Site;
  /** BCP 47. */
  locale: string;
  answers: MessageEntry[];
}

const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Undefined when the site does not say from whom its mail comes. */
export function letter({ id, to, site, locale, answers }: LetterParts): Letter | undefined {
  if (!site.mail) return undefined;
  const { from, page } = site.mail;
  const words = vocabularyOf(locale).mail;
  const business = inLocale(site.name, locale, site.locale);
  const names = [...new Set(answers.flatMap(({ name }) => (name ? [oneLine(name)] : [])))];
  const agent = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const fill = (text: string) => formatWords(text, locale, { business, agent });
  const lead = fill(words.lead);
  // A name may hold what the words' format takes for a place.
  const waits = (name: string) => formatWords(words.file, locale, { name });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    messageId: `<${id}@${domain}>`,
    from: { name: from.name ?? business, address: from.address },
    to,
    subject: oneLine(fill(words.subject)),
    text: [
      lead,
      ...answers.map((answer) => said(answer, waits)),
      page ? `${words.link}: ${page}` : words.plain,
      `-- \n${words.why}`,
    ].join('\n\n'),
    html: [
      `<!doctype html><html lang="${escaped(locale)}" dir="${rightToLeft.test(locale) ? 'rtl' : 'ltr'}">`,
      `<head><meta charset="utf-8"><title>${escaped(business)}</title></head><body>`,
      `<p>${escaped(lead)}</p>`,
      ...answers.map(
        (answer) => `<p dir="auto">${escaped(said(answer, waits)).replaceAll('\n', '<br>\n')}</p>`,
      ),
      page
        ? `<p><a href="${escaped(page)}">${escaped(words.link)}</a></p>`
        : `<p>${escaped(words.plain)}</p>`,
      `<p><small>${escaped(words.why)}</small></p>`,
      '</body></html>',
    ].join('\n'),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<${site.id}.handrail.${domain}>`,
    },
  };
}

/** Of a file it says that it waits; no letter brings one along. */
function said({ text, file }: MessageEntry, waits: (name: string) => string): string {
  return file ? waits(oneLine(text)) : text;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
