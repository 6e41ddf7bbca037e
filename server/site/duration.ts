// Durations as people write them in a site's files: `500ms`, `2s`, `5m`, `48h`, `90d`.

export const durationPattern: RegExp = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds. Throws RangeError for what the pattern does not match. */
export function parseDuration(text: string): number {
  const [, amount, unit] = durationPattern.exec(text) ?? [];
  if (amount === undefined || unit === undefined) throw new RangeError(`not a duration: ${text}`);
  return Math.round(Number(amount) * units[unit]!);
}
