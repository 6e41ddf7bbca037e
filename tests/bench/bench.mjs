// Runner of `npm run bench -- NAME …`. Node cannot run TypeScript, so NAME.bench.ts is bundled for Node first.
// A bench exports `run(args): Promise<unknown>`; its result goes out as JSON on the last line of stdout,
// progress belongs on stderr. Exit codes: 0 done, 1 the bench failed, 2 called in a wrong way.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { pluginsFor } from './faults.mjs';
import { withMutants } from './mutants.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const suffix = '.bench.ts';

const names = () =>
  readdirSync(here)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();

/** The list of benches, each with the first comment line of its file. */
function listing() {
  const lines = names().map((name) => {
    const first = readFileSync(join(here, name + suffix), 'utf8').split('\n', 1)[0] ?? '';
    return `  ${name.padEnd(16)}${first.replace(/^\/\/\s*/, '')}`;
  });
  return ['npm run bench -- NAME [options]', '', ...lines].join('\n');
}

/** Bundles one bench into a folder of its own, so that two runs at once do not meet; packages stay external. */
async function bundle(name, args, outDir) {
  await build({
    configFile: false,
    plugins: name === 'mutations' ? [withMutants(root.replace(/\/$/, ''))] : pluginsFor(args),
    root,
    logLevel: 'error',
    build: {
      ssr: join(here, name + suffix),
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: 'inline',
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}

async function main([name, ...args]) {
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(listing());
    return name === undefined ? 2 : 0;
  }
  if (!names().includes(name)) {
    console.error(`There is no bench called ${name}.\n\n${listing()}`);
    return 2;
  }
  const outDir = join(root, 'node_modules/.cache/bench', `${name}-${randomUUID()}`);
  try {
    const { run } = await import(pathToFileURL(await bundle(name, args, outDir)).href);
    console.log(JSON.stringify(await run(args)));
    // A bench that ran to its end and found a bar broken has said so by itself.
    return process.exitCode ?? 0;
  } catch (error) {
    const misuse = error instanceof Error && error.name === 'UsageError';
    console.error(misuse ? error.message : error);
    return misuse ? 2 : 1;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
