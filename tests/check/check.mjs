// `npm run check`: every check that needs no browser and no server, in order of speed; stops at nothing, so that
// one run tells all. `--only NAME` runs one. Exits 1 when any failed.
import { spawnSync } from 'node:child_process';

const node = process.execPath;
const steps = [
  ['house', 'rooms, cycles, length of files', [node, 'tests/check/house.mjs']],
  ['lock', 'platform packages in the lock file', [node, 'tests/check/lock.mjs']],
  [
    'lint',
    'format and lint',
    [node, 'node_modules/@biomejs/biome/bin/biome', 'ci', '--reporter=summary', '.'],
  ],
  ['types', 'three compilers', [node, 'node_modules/typescript/bin/tsc', '-b']],
  ['dead', 'dead code and dependencies', [node, 'node_modules/knip/bin/knip.js', '--no-progress']],
  ['build', 'the build', [node, 'node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn']],
  ['bytes', 'bytes against their budget', [node, 'tests/check/bytes.mjs']],
];

const only =
  process.argv.indexOf('--only') >= 0 ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (process.argv.includes('--help') || (only && !steps.some(([name]) => name === only))) {
  console.log('npm run check -- [--only NAME]\n');
  for (const [name, what] of steps) console.log(`  ${name.padEnd(8)}${what}`);
  process.exit(process.argv.includes('--help') ? 0 : 2);
}

const failed = [];
for (const [name, what, [command, ...rest]] of steps.filter(([step]) => !only || step === only)) {
  const started = Date.now();
  const { status } = spawnSync(command, rest, { stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name}: ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? 'check: all is well' : `check: failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
