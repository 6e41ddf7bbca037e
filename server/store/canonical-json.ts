// One text for one value, whatever the order of its keys: what the chain's digests are taken over, and what a
// repeated client id is compared by.

/** JSON with sorted keys. `undefined` and functions are left out as JSON.stringify leaves them out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? sorted(part) : part,
  );
}

function sorted(part: object): object {
  // A null prototype, so that a key called __proto__ is a key like any other.
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(part).sort()) copy[key] = (part as Record<string, unknown>)[key];
  return copy;
}
