// The letter itself, in every language, with whatever people write.
import { expect, it } from 'vitest';
import { letter } from '../../server/mail/letter.ts';
import { vocabularyOf } from '../../server/speak/vocabulary-of.ts';
import type { MessageEntry } from '../../shared/conversation.ts';
import { mailAddress } from '../../shared/mail-address.ts';
import { languages } from '../../widget/ui/load-strings.ts';
import { testSite } from '../helpers/test-site.ts';

const said = (text: string, name = 'Mia'): MessageEntry => ({
  kind: 'message',
  seq: 9,
  at: 0,
  from: 'agent',
  name,
  text,
});
const from = { address: 'answers@shop.example' };

function written(locale: string, answers: MessageEntry[], page?: string) {
  const site = testSite({ mail: { from, pause: 1, ...(page ? { page } : {}) } });
  return letter({ id: 'm1', to: 'ann@demo.test', site, locale, answers })!;
}

it.each(languages)('M1 says in %s who answered, what, and the way back', (locale) => {
  const words = vocabularyOf(locale).mail;
  const page = 'https://shop.example/help';
  const mail = written(locale, [said('Here it is.'), said('And this.', 'Tom')], page);
  for (const part of ['Mia', 'Tom', 'Here it is.', 'And this.', page, words.link, words.why])
    for (const body of [mail.text, mail.html]) expect(body).toContain(part);
  expect(mail.html).toContain(`lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
  expect(mail.subject).toContain('Test Air');
  expect(mail.subject + mail.text + mail.html).not.toMatch(/[{}]|undefined/);
  expect(written(locale, [said('x')]).text).toContain(words.plain);
});

it('M3 keeps what people write out of subject and headers, and the page free of markup', () => {
  const mail = written('en', [
    said('<img src=x onerror=alert(1)>\r\nBcc: eve@evil.example', 'Mia\r\nBcc: x'),
  ]);
  expect(mail.html).not.toMatch(/<img/);
  expect(JSON.stringify([mail.subject, mail.headers, mail.from, mail.to, mail.messageId])).not.toMatch(
    /Mia|eve|\\r|\\n/,
  );
});

it.each([
  ['ann@demo.test', 'ann@demo.test'],
  [' ann.o’neil+x@sub.demo.test ', undefined],
  [' ann.oneil+x@sub.demo.test ', 'ann.oneil+x@sub.demo.test'],
  ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ['ann@demo.test\nBcc: x@y.test', undefined],
  ['ann@demo.test,x@y.test', undefined],
  ['ann@demo', undefined],
  ['ann @demo.test', undefined],
  ['<ann@demo.test>', undefined],
  ['+49 40 123456', undefined],
  [`ann@${'a'.repeat(70_000)}`, undefined],
  [`ann@${'a.'.repeat(40_000)}`, undefined],
])('M3 takes %j for %j', (text, address) => {
  expect(mailAddress(text)).toBe(address);
});
