// The first look at anything a socket brings, before a step that recurses: 16 KB of nested arrays overflow the
// stack of JSON.stringify, structuredClone and Socket.IO's own encoder.

/** Whether a JSON value nests at most `depth` deep and has at most `nodes` values. Never recurses. */
export function isShallow(value: unknown, depth = 12, nodes = 2_000): boolean {
  let level: unknown[] = [value];
  let left = nodes;
  for (let deep = 0; level.length > 0; deep++) {
    left -= level.length;
    if (deep > depth || left < 0) return false;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) {
        for (const inner of Object.values(item)) next.push(inner);
      }
      if (next.length > left) return false;
    }
    level = next;
  }
  return true;
}
