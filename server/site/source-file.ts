// One YAML file of a site: its value, and where in the text each part of it stands.
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

interface Position {
  line: number;
  column: number;
}

export interface SourceFile {
  file: string;
  value: unknown;
  /**
   * Where the value at the path stands, or its nearest parent that exists; `key`: where its key does, as for a
   * value that begins on the line below its key.
   */
  position(path: Path, on?: 'value' | 'key'): Position;
}

/** A part of a file. */
export interface Place {
  source: SourceFile;
  path: Path;
}

export function within(place: Place, ...more: Path): Place {
  return { source: place.source, path: [...place.path, ...more] };
}

/** Parses YAML 1.2; `firstLine` is the line of the file on which the text starts. */
export function readSource(file: string, text: string, firstLine = 1): SourceFile | { problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  // After the first token out of place, the rest of the file is out of place as well.
  const broken = document.errors.findIndex(({ code }) => code === 'UNEXPECTED_TOKEN');
  const errors = broken < 0 ? document.errors : document.errors.slice(0, broken + 1);
  const faults = [...errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map((fault) => ({
        file,
        ...at(fault.pos[0]),
        message: fault.message,
        suggestion: tabbed(text, fault.pos[0]) ? advice.TAB_AS_INDENT! : (advice[fault.code] ?? quoting),
        level: 'error',
      })),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // The library refuses aliases that would expand without end.
    return { problems: [{ file, ...at(0), message: (error as Error).message, level: 'error' }] };
  }
  return { file, value, position: (path, on = 'value') => at(offsetOf(document, path, on)) };
}

const quoting = 'quote texts that contain ": ", " #" or, inside { } and [ ], a comma';

const advice: Record<string, string> = {
  DUPLICATE_KEY: 'keep one of the two',
  TAB_AS_INDENT: 'indent by spaces, not by tabs',
  BAD_INDENT: 'line it up with its neighbours',
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing, or a text that contains one needs quotes',
  TAG_RESOLVE_FAILED: 'remove the tag; plain values are enough',
};

/** Whether the line of the offset is indented by a tab. */
function tabbed(text: string, offset: number): boolean {
  return /^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));
}

function offsetOf(document: Document, path: Path, on: 'value' | 'key'): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    let next: Node | null = null;
    if (isSeq(node)) next = (node.items[Number(segment)] as Node | undefined) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(segment),
      );
      const key = pair && isScalar(pair.key) ? pair.key : undefined;
      if (key?.range && depth === path.length - 1 && on === 'key') return key.range[0];
      next = (pair?.value as Node | null | undefined) ?? null;
      if (next?.range) offset = key?.range && isCollection(next) && !next.flow ? key.range[0] : next.range[0];
    }
    if (!next?.range) return offset;
    if (isSeq(node)) offset = next.range[0];
    node = next;
  }
  return offset;
}
