// Builds one TypeScript entry of the server for Node, for tests that start a thread or a process of it: Node 20
// reads no TypeScript. Built once for each state of the sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
const sources = ['shared', 'server', 'demo', 'tests'];
const cache = join(root, 'node_modules/.cache/entries');

/** `entry`: path from the project's root. The built file's URL; packages stay outside of it. */
export async function buildEntry(entry: string): Promise<URL> {
  const name = basename(entry).replace(/\.ts$/, '');
  const folder = join(cache, `${name}-${fingerprint(entry)}`);
  const file = pathToFileURL(join(folder, `${name}.mjs`));
  if (existsSync(file)) return file;
  // Built aside and moved, so that nobody ever finds half of it.
  const draft = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, entry),
      outDir: draft,
      emptyOutDir: true,
      minify: false,
      sourcemap: 'inline',
      target: 'node20',
      rolldownOptions: {
        output: { entryFileNames: `${name}.mjs`, chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another test was faster.
    if (!existsSync(file)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return file;
}

/** Changes with any source: cheaper to build once too often than to follow every import. */
function fingerprint(entry: string): string {
  const hash = createHash('sha256').update(entry);
  for (const folder of sources) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(ts|tsx|json)$/.test(name)).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/** Looked for, since a bench runs this file bundled, from another folder. */
function projectRoot(folder: string): string {
  if (existsSync(join(folder, 'vite.config.ts'))) return folder;
  if (folder === dirname(folder)) throw new Error('The project was not found above this file.');
  return projectRoot(dirname(folder));
}
