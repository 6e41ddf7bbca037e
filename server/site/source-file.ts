// One YAML file of a site: its value, and where in the text each part of it stands.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

export interface Position {
  line: number;
  column: number;
}

export interface SourceFile {
  file: string;
  value: unknown;
  /** Where the value at the path stands, or its nearest parent that exists; `key`: where its key does. */
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
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map((fault) => ({
        file,
        ...at(fault.pos[0]),
        message: fault.message,
        suggestion: advice[fault.code] ?? 'quote texts that contain ": " or " #", and indent by spaces',
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

const advice: Record<string, string> = {
  DUPLICATE_KEY: 'keep one of the two',
  TAB_AS_INDENT: 'indent by spaces',
  BAD_INDENT: 'line it up with its neighbours',
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing, or a text that contains one needs quotes',
  TAG_RESOLVE_FAILED: 'remove the tag; plain values are enough',
};

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
    }
    if (!next?.range) return offset;
    node = next;
    offset = next.range[0];
  }
  return offset;
}
