// Holds tests/SPEC.md and the tests' titles against each other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const here = import.meta.dirname;
const spec = readFileSync(join(here, 'SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] ?? '');

/** Rule numbers at the beginning of titles: `it('C4 offers …`, `it.each(…)('D4 shows …`, two as `C8, C9 …`. */
function named(): Set<string> {
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.test\.tsx?$/.test(file),
  );
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(here, file), 'utf8');
    for (const [, numbers = ''] of text.matchAll(/\(\s*['"`]((?:[A-Z]\d+(?:, |\/| and )?)+)[ :]/g)) {
      for (const [number] of numbers.matchAll(/[A-Z]\d+/g)) found.add(number);
    }
  }
  return found;
}

describe('SPEC.md', () => {
  const titles = named();

  it('numbers each rule once', () => {
    expect(rules.length).toBeGreaterThan(30);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it.each(rules)('has a test whose title names %s', (rule) => {
    expect([...titles]).toContain(rule);
  });

  it('is named by no title that it does not know', () => {
    const attacks = /^A\d+$/; // A-numbers are the list of attacks, too.
    expect([...titles].filter((rule) => !rules.includes(rule) && !attacks.test(rule))).toEqual([]);
  });
});
