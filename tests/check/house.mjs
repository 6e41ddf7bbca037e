// Holds the tree against rooms.mjs: imports between rooms, cycles, the length of files, empty names, and what a
// test may not do. Reads files as text; prints every fault with its line and exits 1 when there is one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { emptyNames, mostLines, rooms } from './rooms.mjs';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && existsSync(file));
const faults = [];
const graph = new Map();

/** Every import or export from a relative file, with whether it brings types alone. */
function importsOf(text) {
  const found = [];
  const statement = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;
  for (const match of text.matchAll(statement)) {
    const names = match[2] ?? '';
    const inner = names.match(/\{([\s\S]*)\}/)?.[1];
    const allTypes = inner?.split(',').every((name) => /^\s*(type\s|$)/.test(name));
    found.push({
      from: match[3],
      types: Boolean(match[1]) || (allTypes && inner.trim() !== ''),
      at: match.index,
    });
  }
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ from: match[1], types: false, at: match.index });
  }
  return found;
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length - 1;
  if (lines > mostLines)
    faults.push(`${file}: ${lines} lines; split it where its two purposes meet (at most ${mostLines})`);
  const names = file.replace(/\.[^/]*$/, '').split(/[/-]/);
  if (!file.startsWith('tests/') && names.some((name) => emptyNames.includes(name))) {
    faults.push(`${file}: a name that says no purpose`);
  }
  if (file.startsWith('tests/') && /\.test\.tsx?$/.test(file)) {
    for (const match of text.matchAll(
      /\b(?:it|test|describe)\.(?:only|skip|todo)\b|\bwaitForTimeout\b|\bsleep\(/g,
    )) {
      faults.push(`${file}:${lineAt(text, match.index)}: ${match[0]} in a test`);
    }
  }
  if (!/\.(ts|tsx)$/.test(file)) continue;
  const room = rooms.find(({ path }) => file.startsWith(path));
  const next = [];
  for (const { from, types, at } of importsOf(text)) {
    const where = `${file}:${lineAt(text, at)}`;
    if (!from.startsWith('.')) {
      const bare = from.startsWith('node:') || (from === 'zod' && !file.endsWith('-schema.ts'));
      if (room?.browser && !types && bare) faults.push(`${where}: ${from} does not belong in a browser`);
      continue;
    }
    const target = posix.normalize(posix.join(posix.dirname(file), from.replace(/\?.*$/, '')));
    if (!types && files.includes(target)) next.push(target);
    if (!room || target.startsWith(room.path)) continue;
    const allowed = [...room.may, ...(types ? (room.types ?? []) : [])];
    if (!allowed.some((path) => target.startsWith(path))) {
      faults.push(`${where}: ${room.path} may not import ${types ? 'types of ' : ''}${target}`);
    }
    if (room.browser && target.endsWith('-schema.ts') && !types)
      faults.push(`${where}: browsers import no schema`);
  }
  graph.set(file, next);
}

/** Depth first; a file met again while it is still open closes a cycle. */
function cycles() {
  const state = new Map();
  const path = [];
  const visit = (file) => {
    state.set(file, 'open');
    path.push(file);
    for (const target of graph.get(file) ?? []) {
      if (state.get(target) === 'open')
        faults.push(`cycle: ${[...path.slice(path.indexOf(target)), target].join(' → ')}`);
      else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
}
cycles();

for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0 ? `house: ${files.length} files, every rule holds` : `house: ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);
