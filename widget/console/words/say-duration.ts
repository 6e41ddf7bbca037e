// Durations as people read them: a running clock where it ticks, words where it is said.

/** Seconds as `m:ss`, from an hour on as `h:mm:ss`, from a day on as days. */
export function clockDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [days, hours, minutes, rest] = parts(whole);
  const two = (part: number) => String(part).padStart(2, '0');
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Seconds in the largest two units that matter, in the language's own words: "4 minutes", "1 hour, 5 minutes". */
export function spokenDuration(locale: string, seconds: number, width: 'long' | 'short' = 'long'): string {
  const whole = Math.max(0, Math.round(seconds));
  const [days, hours, minutes, rest] = parts(whole < 90 ? whole : Math.round(whole / 60) * 60);
  const say = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width }).format(value);
  const units: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
    [rest, 'second'],
  ];
  const said = units.filter(([value]) => value > 0).slice(0, 2);
  return (said.length > 0 ? said : [[0, 'second'] as [number, string]])
    .map(([value, unit]) => say(value, unit))
    .join(' ');
}

/** A promised wait, s: whole minutes as the customer was told them, rounded up, never less than `aMinute`. */
export function spokenWait(locale: string, seconds: number, aMinute: string): string {
  return seconds <= 60 ? aMinute : spokenDuration(locale, Math.ceil(seconds / 60) * 60);
}

function parts(seconds: number): [number, number, number, number] {
  return [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
}
