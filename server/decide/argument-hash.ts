// What a confirmation is bound to: one hash over conversation, customer, action and the exact arguments (D3).
import { createHash } from 'node:crypto';

/** SHA-256 in hex over a canonical form: the order of properties does not matter, any value does. */
export function argumentHash(bound: {
  conversation: string;
  customer: string;
  action: string;
  arguments: Record<string, unknown>;
}): string {
  return createHash('sha256').update(canonical(bound)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const of = value as Record<string, unknown>;
    const parts = Object.keys(of)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(of[key])}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
