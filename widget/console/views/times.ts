// Clock times and days as the agent reads them, made once for a language.
import { useMemo } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

export interface Times {
  /** "10:32" */
  time(at: number): string;
  /** "Today", "Yesterday", "Tuesday, 4 March" */
  day(at: number): string;
  /** The time of what is of today, else the date. */
  short(at: number): string;
  /** Day and time. */
  full(at: number): string;
  percent(share: number): string;
}

export function useTimes(): Times {
  const { words, now } = useDesk();
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(words.locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const date = new Intl.DateTimeFormat(words.locale, { weekday: 'long', day: 'numeric', month: 'long' });
    const brief = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short' });
    const both = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' });
    const percent = new Intl.NumberFormat(words.locale, { style: 'percent' });
    const dayBefore = 86_400_000;
    return {
      time: (at) => clock.format(at),
      day(at) {
        const today = now.peek();
        const same = (other: number) => new Date(at).toDateString() === new Date(other).toDateString();
        if (same(today)) return words.thread.today;
        return same(today - dayBefore) ? words.thread.yesterday : date.format(at);
      },
      short(at) {
        const sameDay = new Date(at).toDateString() === new Date(now.peek()).toDateString();
        return sameDay ? clock.format(at) : brief.format(at);
      },
      full: (at) => both.format(at),
      percent: (share) => percent.format(share),
    };
  }, [words, now]);
}
