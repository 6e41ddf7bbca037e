// `safeguards --without RULE` switches a rule off where it is kept; a rule that has moved would not be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faults } from './faults.mjs';

const root = join(import.meta.dirname, '../..');
const edits = Object.entries(faults).flatMap(([rule, those]) => those.map((edit) => ({ rule, ...edit })));

it.each(edits)('the rule $rule can be switched off in $file: “$find”', ({ file, find }) => {
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
});
