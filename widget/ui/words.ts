// The panel's words in one language: typed texts, and numbers, times and days as people say them there (Intl).
import type { en } from './strings/en.ts';
import type { enLater } from './strings/en-later.ts';

type Texts = typeof en & typeof enLater;
export type TextKey = keyof Texts;
/** What is there from the beginning, in English at least. */
export type FirstKey = keyof typeof en;

/**
 * What a file of strings/ has to contain: ICU messages, of which the panel reads `{name}` and, with `#` for the number,
 * `{n, plural, one {# minute} other {# minutes}}`; a whole parser would weigh more than all words of a language.
 */
export type Strings = { readonly [K in TextKey]: string };
/** Strings before later-parts.tsx is here. */
export type FirstStrings = { readonly [K in FirstKey]: string } & Translation;
/** What a file of another language has: of what it lacks, English is shown, and a test names it. */
export type Translation = Partial<Strings>;

type Name<S> = S extends `${infer Plural}, plural${string}`
  ? Plural
  : S extends `${string}${' ' | '#'}${string}`
    ? never
    : S;
type Holes<S> = S extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Hole}}${string}` ? Name<Hole> : never) | Holes<Rest>
  : never;
type Values<K extends TextKey> = [Holes<Texts[K]>] extends [never]
  ? []
  : [values: { [N in Holes<Texts[K]>]: string | number }];

const plural = /\{(\w+), plural,((?: \w+ \{[^{}]*\})+)\}/g;
const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufefc]/;

const minute = 60_000;
const day = 24 * 60 * minute;

export interface Words<Known extends TextKey = TextKey> {
  locale: string;
  dir: 'ltr' | 'rtl';
  /** A text with its values in place; numbers are written as the language writes them. */
  t<K extends Known>(key: K, ...values: Values<K>): string;
  /** "10:32" */
  time(at: number): string;
  /** "Today", "Yesterday", "Monday, 17 November" */
  dayOf(at: number, now: number): string;
  /** "10:32" today, "tomorrow at 09:00", "Monday 09:00", a date after a week. */
  moment(at: number, now: number): string;
  /** "a minute", "4 minutes", short "4 min": whole minutes, rounded up, so that a bound stays one. */
  span(seconds: number, style?: 'long' | 'short'): string;
}

/** Words of `locale` (BCP 47) from its strings. */
export function createWords(strings: Strings, locale: string): Words;
export function createWords(strings: FirstStrings, locale: string): Words<FirstKey>;
export function createWords(strings: FirstStrings, locale: string): Words<FirstKey> {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const dir = strings.dir === 'rtl' ? 'rtl' : 'ltr';

  return {
    locale,
    dir,
    t(key, ...[values]) {
      return fill(strings[key], (values ?? {}) as Record<string, string | number>);
    },
    time,
    dayOf(at, now) {
      const ago = daysBetween(at, now);
      if (ago === 0) return fill(strings.today, {});
      if (ago === 1) return fill(strings.yesterday, {});
      return format('day', { weekday: 'long', day: 'numeric', month: 'long' }, at);
    },
    moment(at, now) {
      const ahead = -daysBetween(at, now);
      if (ahead === 0) return time(at);
      if (ahead === 1) return fill(strings.tomorrow, { time: time(at) });
      const clock = { hour: 'numeric', minute: '2-digit' } as const;
      return ahead > 0 && ahead < 7
        ? format('weekday', { weekday: 'long', ...clock }, at)
        : format('date', { day: 'numeric', month: 'long', ...clock }, at);
    },
    span(seconds, style = 'long') {
      if (seconds <= 60 && style === 'long') return fill(strings.aMinute, {});
      const [value, unit] =
        seconds <= 90 * 60
          ? [Math.max(1, Math.ceil(seconds / 60)), 'minute']
          : [Math.ceil(seconds / 3600), 'hour'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: style }).format(value);
    },
  };

  function fill(text: string, values: Record<string, string | number>): string {
    return text
      .replace(plural, (_, name: string, forms: string) => {
        const form = (category: string) => forms.match(new RegExp(` ${category} \\{([^}]*)`))?.[1];
        const chosen = form(new Intl.PluralRules(locale).select(Number(values[name]))) ?? form('other')!;
        return chosen.replaceAll('#', `{${name}}`);
      })
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name] ?? '';
        return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : apart(value);
      });
  }

  /** A name or time in a sentence of the other direction keeps its own and disturbs nothing around it. */
  function apart(value: string): string {
    return (dir === 'rtl') === rightToLeftLetter.test(value) ? value : `\u2068${value}\u2069`;
  }

  function time(at: number): string {
    return format('time', { timeStyle: 'short' }, at);
  }

  function format(name: string, options: Intl.DateTimeFormatOptions, at: number): string {
    let made = formats.get(name);
    if (!made) {
      made = new Intl.DateTimeFormat(locale, options);
      formats.set(name, made);
    }
    return made.format(at);
  }
}

/** Calendar days from `at` to `now`, in the reader's time zone. */
function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / day);
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
