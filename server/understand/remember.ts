// Spares the same text being taken apart again and again while one message is read from several sides.

/**
 * `read` with a memory of its last results, at most `most` of them, emptied when full. Only for pure functions;
 * what they return is shared and must not be changed. Texts longer than `longest` (UTF-16 units) are not kept.
 */
export function remember<T>(read: (text: string) => T, most: number, longest = 4000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
