// Answers of a business are checked against the shape its site states: a wrong shape is a failure, not a guess.
import type { Shape } from '../site/site.ts';

/** Whether `value` is an object that has every property of the shape, of the type stated. */
export function fits(value: unknown, shape: Shape): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(shape).every(([key, type]) => {
    if (!Object.hasOwn(value, key)) return false;
    const inner = (value as Record<string, unknown>)[key];
    if (type === 'array') return Array.isArray(inner);
    if (type === 'object') return typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return typeof inner === type;
  });
}
