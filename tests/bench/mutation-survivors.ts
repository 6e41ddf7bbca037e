// The mutants that may survive, each with its reason in mutation-survivors.md, and what a run found beside them. They
// are known by their file and what they change, so that lines may move.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const listName = 'tests/bench/mutation-survivors.md';

export interface Survivor {
  file: string;
  /** Absent in the list. */
  line?: number;
  entry: string;
}

const mostShown = 90;
/** Below this a change says too little of where it is. */
const leastTelling = 16;

/** What is changed into what; of something short also the line of source around it. */
export function entryOf({ from, to, within }: { from: string; to: string; within: string }): string {
  const change = `${inLine(from)} → ${inLine(to) || 'nothing'}`;
  return from.length < leastTelling ? `${change} in ${inLine(within)}` : change;
}

/**
 * A heading names a file, a paragraph the reason, and the lines of a code block below it the changes. Throws when a
 * change has no file or no reason.
 */
export function listedSurvivors(text = readFileSync(join(process.cwd(), listName), 'utf8')): Survivor[] {
  const found: Survivor[] = [];
  let file = '';
  let reason = '';
  let listing = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) listing = !listing;
    else if (listing) {
      if (!file || !reason) throw new Error(`${listName}: “${line}” stands without a file or a reason`);
      found.push({ file, entry: line });
    } else if (line.startsWith('## ')) [file, reason] = [line.slice(3), ''];
    else if (line !== '') reason = line;
  }
  return found;
}

/** Each counts as often as it stands there. */
export function compared(
  survivors: Survivor[],
  listed: Survivor[],
): { unlisted: Survivor[]; stale: Survivor[] } {
  const stale = [...listed];
  const unlisted = survivors.filter(({ file, entry }) => {
    const at = stale.findIndex((one) => one.file === file && one.entry === entry);
    if (at >= 0) stale.splice(at, 1);
    return at < 0;
  });
  return { unlisted, stale };
}

export function inWords({ file, line, entry }: Survivor): string {
  return `${line === undefined ? file : `${file}:${line}`} ${entry}`;
}

function inLine(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > mostShown ? `${plain.slice(0, mostShown)}…` : plain;
}
