// Spares the same text being taken apart again and again while one message is read from several sides.

/** UTF-16 units: "many thanks in advance". */
const short = 24;
const mostShort = 500;

/** A part of a string keeps all of it in memory; this one keeps itself. */
function copy(part: string): string {
  return ` ${part}`.slice(1);
}

/**
 * `read` with a memory of its last results, at most `most` of them, emptied when full. Greetings, thanks and the like,
 * which each customer says again, have one of their own that long texts do not empty, of at least 500. Only for pure
 * functions; what they return is shared and must not be changed. Texts longer than `longest` (UTF-16 units) are not kept.
 */
export function remember<T>(read: (text: string) => T, most: number, longest = 4000): (text: string) => T {
  const known = new Map<string, T>();
  const knownShort = new Map<string, T>();
  // A message is asked for several times in a row: that needs no look into the memory.
  let last: string | undefined;
  let lastMade: T;
  return (text) => {
    if (text === last) return lastMade;
    if (text.length > longest) return read(text);
    const isShort = text.length <= short;
    const memory = isShort ? knownShort : known;
    let made = memory.get(text);
    if (made === undefined) {
      const own = isShort ? copy(text) : text;
      made = read(own);
      if (memory.size >= (isShort ? Math.max(most, mostShort) : most)) memory.clear();
      memory.set(own, made);
    }
    last = text;
    lastMade = made;
    return made;
  };
}
