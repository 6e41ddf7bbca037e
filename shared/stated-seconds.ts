// What a stated wait promises: whole minutes, rounded up, as they are said to the customer. Desk and counts go by it.

/** Seconds of the bound as said, from its exact ones; at least a minute. */
export function statedSeconds(within: number): number {
  return Math.max(1, Math.ceil(within / 60)) * 60;
}
