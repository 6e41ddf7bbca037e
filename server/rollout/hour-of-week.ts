// Which of the 168 hours of a week a moment belongs to, in the site's time zone: what is usual has this rhythm.

const formats = new Map<string, Intl.DateTimeFormat>();
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Within a quarter of an hour the answer is the same in every time zone, ms. */
const quarter = 900_000;
const known = new Map<string, number>();
const mostKnown = 20_000;

/** 0 = Monday 00:00 to 00:59 … 167. */
export function hourOfWeek(at: number, timeZone: string): number {
  const key = `${timeZone} ${Math.floor(at / quarter)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const hour = formatted(at, timeZone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, hour);
  return hour;
}

function formatted(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return days.indexOf(part('weekday')) * 24 + Number(part('hour'));
}
