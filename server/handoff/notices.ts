// What the desk itself tells a customer, as the system and in the same write as what happened: these sentences
// must be true at that very moment, so they are made from the values of that write and nothing else.
import type { EventBody, Wait } from '../../shared/events.ts';
import { statedSeconds } from '../../shared/stated-seconds.ts';

export type DeskNotice =
  | 'requeued-released'
  | 'requeued-vanished'
  | 'requeued-silent'
  | 'lapsed'
  | 'wait-longer';

interface Values {
  agent?: string;
  wait?: Wait;
  /** IANA time zone of the site, for an opening time. */
  timeZone?: string;
}

interface Sentences {
  notices: Record<DeskNotice, (agent: string, wait: string) => string>;
  someone: string;
  place: (position: number) => string;
  within: (duration: string, outOfTen: number) => string;
  tooLittle: string;
  nobody: (opens: string | null) => string;
  minutes: (count: number) => string;
  hours: (count: number) => string;
}

const en: Sentences = {
  notices: {
    'requeued-released': (agent, wait) =>
      `${agent} has given your conversation back to the team. You keep your place: ${wait}`,
    'requeued-vanished': (agent, wait) =>
      `We lost the connection to ${agent}, sorry. You are back at your old place: ${wait}`,
    'requeued-silent': (agent, wait) =>
      `${agent} has not answered, sorry. Someone else will take over, and you keep your place: ${wait}`,
    lapsed: () => 'A person takes over now, so the question above is closed. Nothing was done.',
    'wait-longer': (_agent, wait) =>
      `Sorry, this takes longer than we said: ${wait} You can keep waiting, leave a message, or be called back and keep your place.`,
  },
  someone: 'The agent',
  place: (position) => `place ${position} in line`,
  within: (duration, outOfTen) => `usually within ${duration} (that holds ${outOfTen} times in 10).`,
  tooLittle: 'there is too little to go by to say how long.',
  nobody: (opens) =>
    opens ? `nobody is here right now; we are back ${opens}.` : 'nobody is here right now.',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
};

const de: Sentences = {
  notices: {
    'requeued-released': (agent, wait) =>
      `${agent} hat Ihr Gespräch an das Team zurückgegeben. Ihr Platz bleibt erhalten: ${wait}`,
    'requeued-vanished': (agent, wait) =>
      `Die Verbindung zu ${agent} ist leider abgebrochen. Sie sind wieder an Ihrem alten Platz: ${wait}`,
    'requeued-silent': (agent, wait) =>
      `${agent} hat leider nicht geantwortet. Jemand anderes übernimmt, und Ihr Platz bleibt erhalten: ${wait}`,
    lapsed: () =>
      'Jetzt übernimmt ein Mensch, die Frage oben ist damit erledigt. Es wurde nichts ausgeführt.',
    'wait-longer': (_agent, wait) =>
      `Es dauert leider länger als angekündigt: ${wait} Sie können weiter warten, eine Nachricht hinterlassen oder sich zurückrufen lassen; Ihr Platz bleibt.`,
  },
  someone: 'Der Mitarbeiter',
  place: (position) => `Platz ${position} in der Reihe`,
  within: (duration, outOfTen) =>
    `meist innerhalb von ${duration} (das stimmt in ${outOfTen} von 10 Fällen).`,
  tooLittle: 'für eine Zeitangabe gibt es noch zu wenige Erfahrungswerte.',
  nobody: (opens) =>
    opens ? `im Moment ist niemand da; wir sind zurück ${opens}.` : 'im Moment ist niemand da.',
  minutes: (count) => (count === 1 ? 'einer Minute' : `${count} Minuten`),
  hours: (count) => (count === 1 ? 'einer Stunde' : `${count} Stunden`),
};

const sentencesFor = (locale: string) => (locale.toLowerCase().startsWith('de') ? de : en);

/** A system message with its notice code (`requeued`, `lapsed`, `wait-longer`), in the customer's language. */
export function deskNotice(notice: DeskNotice, locale: string, values: Values = {}): EventBody {
  const sentences = sentencesFor(locale);
  const wait = values.wait ? waitInWords(values.wait, locale, values.timeZone) : '';
  const text = sentences.notices[notice](values.agent ?? sentences.someone, wait);
  return { type: 'message', from: 'system', text, notice: notice.replace(/^requeued-.*/, 'requeued') };
}

/** Place and bound as a sentence's end; the bound is rounded up to what people say, never down. */
export function waitInWords(wait: Wait, locale: string, timeZone = 'UTC'): string {
  const sentences = sentencesFor(locale);
  const place = sentences.place(wait.position);
  if (wait.basis === 'nobody') return `${place}; ${sentences.nobody(opening(wait, locale, timeZone))}`;
  if (wait.within === null) return `${place}; ${sentences.tooLittle}`;
  const minutes = statedSeconds(wait.within) / 60;
  const duration = minutes <= 90 ? sentences.minutes(minutes) : sentences.hours(Math.ceil(minutes / 60));
  return `${place}, ${sentences.within(duration, Math.floor((wait.confidence ?? 0.9) * 10 + 1e-9))}`;
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
