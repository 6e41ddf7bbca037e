// Bytes of what browsers download, after gzip, against the budget of rooms.mjs. Reads the build in dist/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets } from './rooms.mjs';

const gzip = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** What the entry `key` of the build in `dir` loads at once: its own file, its static imports, their sheets and workers. */
function page(dir, key) {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const files = new Set();
  const visit = (name) => {
    const entry = manifest[name];
    if (!entry || files.has(entry.file)) return;
    for (const file of [entry.file, ...(entry.css ?? []), ...(entry.assets ?? [])]) files.add(file);
    for (const next of entry.imports ?? []) visit(next);
  };
  visit(key);
  return [...files].reduce((bytes, file) => bytes + gzip(join(dir, file)), 0);
}

const loader = gzip('dist/embed/widget.js');
const sizes = {
  loader,
  open: loader + gzip('dist/door/door.js') + page('dist/client', 'widget/chat/main.tsx'),
  console: page('dist/desk', 'widget/console/main.tsx'),
};

let failed = false;
for (const [name, bytes] of Object.entries(sizes)) {
  const over = bytes > budgets[name];
  failed ||= over;
  console.log(`${over ? 'OVER' : 'ok  '} ${name.padEnd(8)} ${bytes} of ${budgets[name]} bytes`);
}
process.exit(failed ? 1 : 0);
