// Intl's formatters are costly to make, and what they say of the same is the same: both are made once and kept.

/** What `key` stands for in the memory; made when it is asked for first. */
export function kept<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
