// The lock file names every platform's package of each tool that ships binaries: npm drops missing ones silently,
// and then `npm ci` fails on someone else's machine.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const faults = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    if (!packages[nested] && !packages[`node_modules/${name}`])
      faults.push(`${path || 'the project'} wants ${name}, which the lock file lacks`);
  }
  if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'))
    faults.push(`${path} is locked to ${new URL(entry.resolved).host}`);
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'lock: complete' : `lock: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
