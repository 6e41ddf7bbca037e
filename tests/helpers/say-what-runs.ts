// Says plainly which tests run and which do not, before the first of them.
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

export default function sayWhatRuns({ name: of, vitest }: TestProject): void {
  const names = vitest.projects.map(({ name }) => name);
  if (of !== names[0]) return;
  console.log(`Running the tests of: ${names.join(', ')}.`);
  if (!names.includes('long'))
    console.log(
      'The long ones (tests/**/*.long.test.ts, and what talks of days on another day) run in npm run test:all.',
    );
  const publicSets = new URL('../../../shared/data', import.meta.url);
  if (!existsSync(publicSets)) console.log('Left out is what needs the public sets of ../shared/data.');
}
