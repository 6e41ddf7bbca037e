// Ids stand once in their list.
import type { Report } from './report.ts';
import { type Path, type Place, within } from './source-file.ts';

/** `list`: the key of the list in its file; absent where the file is the list. */
export function checkUnique(
  report: Report,
  place: Place,
  list: string | undefined,
  items: { id: string }[],
): void {
  const first = new Map<string, number>();
  for (const [index, { id }] of items.entries()) {
    const path: Path = list === undefined ? [index, 'id'] : [list, index, 'id'];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      continue;
    }
    const { line } = place.source.position([...place.path, ...path.slice(0, -2), before, 'id']);
    report.error(
      within(place, ...path),
      `the id "${id}" is used twice`,
      `it is first used in line ${line}: rename one`,
    );
  }
}
