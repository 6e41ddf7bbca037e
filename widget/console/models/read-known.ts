// What the business answered about the customer, as it stands in `observed`: records, or why there are none.

export interface KnownSource {
  source: string;
  records: { label: string; value: Record<string, unknown> }[];
  /** Why there is nothing: anonymous, timeout, failed, open. */
  why?: string;
  /** Age in ms when it was looked at. */
  age?: number;
}

export function readKnown(facts: Record<string, unknown>, ages: Record<string, number>): KnownSource[] {
  return Object.entries(facts).map(([source, known]) => {
    const age = ages[source];
    const { ok, why, records } = asObject(known);
    const list = Array.isArray(records) ? records : Array.isArray(known) ? known : [];
    return {
      source,
      records: list.map((record: unknown) => {
        const { label, value, id } = asObject(record);
        return { label: String(label ?? id ?? source), value: asObject(value ?? record) };
      }),
      ...(ok === false ? { why: String(why) } : {}),
      ...(age === undefined ? {} : { age }),
    };
  });
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
