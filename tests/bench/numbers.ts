// Options and quantiles of the benches.
import { UsageError } from './usage-error.ts';

/** `--name N` of the arguments over the defaults. Throws UsageError for what is neither. */
export function numbers<T extends Record<string, number>>(args: string[], defaults: T): T {
  const options: Record<string, number> = { ...defaults };
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index]!.replace(/^--/, '');
    const value = Number(args[index + 1]);
    if (!Object.hasOwn(options, name) || !Number.isFinite(value)) {
      const known = Object.entries(defaults).map(([one, standard]) => `[--${one} N (${standard})]`);
      throw new UsageError(`Options: ${known.join(' ')}`);
    }
    options[name] = value;
  }
  return options as T;
}

/** The value below which the share `of` (0..1) of them lies; 0 of none. */
export function quantile(values: number[], of: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))]!;
}

export const median = (values: number[]): number => quantile(values, 0.5);

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
