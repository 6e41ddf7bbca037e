// Bytes of what browsers download, after gzip, against the budget of rooms.mjs. Reads the build in dist/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets } from './rooms.mjs';

const client = 'dist/client';
const manifest = JSON.parse(readFileSync(join(client, 'manifest.json'), 'utf8'));
const gzip = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** An entry with all that it loads at once: its own file, its static imports, their style sheets. */
function closure(key, seen = new Set()) {
  const entry = manifest[key];
  if (!entry || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  for (const css of entry.css ?? []) seen.add(css);
  for (const next of entry.imports ?? []) closure(next, seen);
  return seen;
}

const sum = (files) => [...files].reduce((bytes, file) => bytes + gzip(join(client, file)), 0);
const loader = gzip('dist/embed/widget.js');
const sizes = {
  loader,
  open: loader + gzip('dist/door/door.js') + sum(closure('widget/chat/main.tsx')),
  console: sum(closure('widget/console/main.tsx')),
};

let failed = false;
for (const [name, bytes] of Object.entries(sizes)) {
  const over = bytes > budgets[name];
  failed ||= over;
  console.log(`${over ? 'OVER' : 'ok  '} ${name.padEnd(8)} ${bytes} of ${budgets[name]} bytes`);
}
if (readdirSync(client).length === 0) failed = true;
process.exit(failed ? 1 : 0);
