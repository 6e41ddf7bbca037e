// The list of mutants that may survive: how it is read, and what a run is held against.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared, entryOf, listedSurvivors, listName } from './mutation-survivors.ts';

const list = `# Title

Words.

## server/decide/a.ts

It does no harm.

\`\`\`
0 → 1 in const a = b ?? 0;
0 → 1 in const a = b ?? 0;
\`\`\`
`;
const zero = { file: 'server/decide/a.ts', entry: '0 → 1 in const a = b ?? 0;' };

describe('the list of mutants that may survive', () => {
  it('names each by its file and its change, and by its line only where the change says little', () => {
    expect(entryOf({ from: '0', to: '1', within: '  const a = b ?? 0;' })).toBe(zero.entry);
    const long = 'first.test(of) && second.test(of)';
    expect(entryOf({ from: long, to: '', within: `  if (${long})` })).toBe(`${long} → nothing`);
  });

  it('counts what stands there twice twice, and names what is missing and what is over', () => {
    const listed = listedSurvivors(list);
    expect(listed).toEqual([zero, zero]);
    expect(compared([zero, zero], listed)).toEqual({ unlisted: [], stale: [] });
    expect(compared([zero, zero, zero], listed)).toEqual({ unlisted: [zero], stale: [] });
    const elsewhere = { ...zero, file: 'server/decide/b.ts' };
    expect(compared([zero, elsewhere], listed)).toEqual({ unlisted: [elsewhere], stale: [zero] });
  });

  it('has a reason for each', () => {
    expect(() => listedSurvivors(list.replace('It does no harm.', ''))).toThrow('without a file or a reason');
    expect(() => listedSurvivors(readFileSync(listName, 'utf8'))).not.toThrow();
  });
});
