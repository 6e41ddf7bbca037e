// What the desk itself tells a customer, as the system and in the same write as what happened: these sentences
// must be true at that very moment, so they are made from the values of that write and nothing else.
import type { EventBody, Wait } from '../../shared/events.ts';
import { statedSeconds } from '../../shared/stated-seconds.ts';
import { handoffWordsOf } from './handoff-words-of.ts';
import { spanInWords } from './span-in-words.ts';
import type { DeskNotice } from './words/handoff-words.ts';

interface Values {
  agent?: string;
  wait?: Wait;
  /** IANA time zone of the site, for an opening time. */
  timeZone?: string;
}

/** A system message with its notice code (`requeued`, `lapsed`, `wait-longer`), in the customer's language. */
export function deskNotice(notice: DeskNotice, locale: string, values: Values = {}): EventBody {
  const words = handoffWordsOf(locale).desk;
  const wait = values.wait ? waitInWords(values.wait, locale, values.timeZone) : '';
  const text = words.notices[notice](values.agent ?? words.someone, wait);
  return { type: 'message', from: 'system', text, notice: notice.replace(/^requeued-.*/, 'requeued') };
}

/** Place and bound as a sentence's end; the bound is rounded up to what people say, never down. */
export function waitInWords(wait: Wait, locale: string, timeZone = 'UTC'): string {
  const words = handoffWordsOf(locale).desk;
  const number = new Intl.NumberFormat(locale);
  const position = number.format(wait.position);
  if (wait.basis === 'nobody') return words.nobody(position, opening(wait, locale, timeZone));
  if (wait.within === null) return words.tooLittle(position);
  const duration = spanInWords(locale, statedSeconds(wait.within));
  return words.within(position, duration, number.format(Math.floor((wait.confidence ?? 0.9) * 10 + 1e-9)));
}

function opening({ opensAt }: Wait, locale: string, timeZone: string): string | null {
  if (opensAt === undefined) return null;
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(opensAt);
}
