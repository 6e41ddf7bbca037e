// The panel's words in one language: typed texts, and numbers, times and days as people say them there (Intl).
import type { en } from './strings/en.ts';

type Forms = { readonly other: string; readonly [form: string]: string };
type Texts = typeof en;
export type TextKey = keyof Texts;

/** What a file of strings/ has to contain. */
export type Strings = { readonly [K in TextKey]: Texts[K] extends string ? string : Forms };

type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type HolesOf<T> = T extends string ? Holes<T> : T extends object ? Holes<T[keyof T]> : never;
type Values<K extends TextKey> = [HolesOf<Texts[K]>] extends [never]
  ? []
  : [values: { [Name in HolesOf<Texts[K]>]: string | number }];

const minute = 60_000;
const day = 24 * 60 * minute;

export interface Words {
  locale: string;
  dir: 'ltr' | 'rtl';
  /** A text with its values in place; numbers are written as the language writes them. */
  t<K extends TextKey>(key: K, ...values: Values<K>): string;
  /** "10:32" */
  time(at: number): string;
  /** "Today", "Yesterday", "Monday, 17 November" */
  dayOf(at: number, now: number): string;
  /** "10:32" today, "tomorrow at 09:00", "Monday at 09:00", a date after a week. */
  moment(at: number, now: number): string;
  /** "a minute", "4 minutes", short "4 min": whole minutes, rounded up, so that a bound stays one. */
  span(seconds: number, style?: 'long' | 'short'): string;
}

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'he',
  'ur',
  'ps',
  'sd',
  'ug',
  'yi',
  'dv',
  'ckb',
]);

/** Words of `locale` (BCP 47) from its strings. */
export function createWords(strings: Strings, locale: string): Words {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const language = locale.split('-')[0]!.toLowerCase();

  return {
    locale,
    dir: rightToLeft.has(language) ? 'rtl' : 'ltr',
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
      if (ahead === 1) {
        const tomorrow = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day');
        return `${tomorrow} ${time(at)}`;
      }
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

  function fill(text: string | Forms, values: Record<string, string | number>): string {
    const chosen = typeof text === 'string' ? text : form(text, values.n);
    return chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '');
    });
  }

  function form(forms: Forms, n: string | number | undefined): string {
    return forms[new Intl.PluralRules(locale).select(Number(n))] ?? forms.other;
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
