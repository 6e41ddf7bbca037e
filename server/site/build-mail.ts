// The part `mail` of site.yaml: from whom a customer who is away gets an agent's answer, and where they read on.
import { mailAddress } from '../../shared/mail-address.ts';
import { checkUrl, type Environment } from './build-api.ts';
import { parseDuration } from './duration.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import type { RawSite } from './site-schema.ts';
import { isSmtpUrl, smtpUrlExample } from './smtp-url.ts';
import { type Place, within } from './source-file.ts';

export function buildMail(
  report: Report,
  place: Place,
  { from, page, pause }: NonNullable<RawSite['mail']>,
  origins: string[],
  { env }: Environment,
): NonNullable<Site['mail']> {
  const [, name, bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(from.trim()) ?? [];
  const address = mailAddress(bracketed ?? from);
  const plain = (name ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (address === undefined || /[\p{Cc}"<>]/u.test(plain))
    report.error(within(place, 'from'), `"${from}" is no sender`, 'such as Our Shop <answers@shop.example>');
  if (page !== undefined) {
    checkUrl(report, within(place, 'page'), page);
    const origin = URL.canParse(page) ? new URL(page).origin : '';
    if (!origins.includes('self') && !origins.includes(origin))
      report.warning(
        within(place, 'page'),
        `${origin || page} is none of the site’s origins`,
        'the chat cannot be shown there: name a page of one of them',
      );
  }
  const url = env.SMTP_URL ?? '';
  if (url === '')
    report.warning(
      place,
      'the environment variable SMTP_URL is not set: no answer is mailed, and none is promised',
      `set it where the server runs, to ${smtpUrlExample}`,
    );
  // Its value holds a password, and is not repeated.
  else if (!isSmtpUrl(url))
    report.error(place, 'SMTP_URL is no address of a mail server', `such as ${smtpUrlExample}`);
  return {
    from: { address: address ?? '', ...(plain === '' ? {} : { name: plain }) },
    ...(page === undefined ? {} : { page }),
    pause: parseDuration(pause),
  };
}
