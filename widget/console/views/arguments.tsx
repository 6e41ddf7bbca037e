// Names and values exactly as they stand in the log: arguments of an action, evidence of a rule, records of facts.
import type { VNode } from 'preact';

export function Arguments({ values }: { values: Record<string, unknown> }): VNode {
  return (
    <dl class="facts exact">
      {Object.entries(values).map(([name, value]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>
            <code>{exact(value)}</code>
          </dd>
        </>
      ))}
    </dl>
  );
}

/** A value in one line: texts as they are, numbers at most to the third place, scored lists short, the rest as JSON. */
export function exact(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isScored))
    return value.map(({ id, confidence }) => `${id} ${exact(confidence)}`).join(', ');
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'number' ? Math.round(part * 1000) / 1000 : part,
    ) ?? '—'
  );
}

function isScored(value: unknown): value is { id: string; confidence: number } {
  const { id, confidence, ...more } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof confidence === 'number' && Object.keys(more).length === 0;
}
