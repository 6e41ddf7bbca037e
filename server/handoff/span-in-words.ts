// A span of time as people of a language say it, for the brief and the desk's notices.

/** "4 minutes", "2 hours" from 90 minutes on; rounded up, and never less than one. */
export function spanInWords(locale: string, seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const [count, unit] = minutes <= 90 ? [minutes, 'minute'] : [Math.ceil(minutes / 60), 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
