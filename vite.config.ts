/// <reference types="vitest/config" />
// One configuration: the panel (client), the console (desk), the script tag (embed) and its door, the server (ssr); and
// the tests.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { trimPages } from './widget/trim-pages.mjs';

const compressible = /\.(?:js|css|svg|html|json)$/;

/** The table by which languages are told apart, as JSON: a start reads it in half the time of a literal of that size. */
function tablesAsJson(): Plugin {
  return {
    name: 'handrail:tables-as-json',
    apply: 'build',
    transform: {
      filter: { id: /\/eld\/src\/ngrams\/\w+\.js$/ },
      async handler(_code, id) {
        const tables = Object.entries((await import(pathToFileURL(id).href)) as object);
        const lines = tables.map(
          ([name, table]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(table))});`,
        );
        return { code: lines.join('\n'), map: null };
      },
    },
  };
}

/** Lays .br and .gz beside what browsers fetch, so that no request pays for compression. */
function precompress(): Plugin {
  return {
    name: 'handrail:precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name !== 'ssr',
    writeBundle: {
      sequential: true,
      handler(output) {
        const dir = output.dir ?? '.';
        for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
          if (!compressible.test(file)) continue;
          const bytes = readFileSync(join(dir, file));
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
          writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes, quality));
          writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}

/** V8's compile hint: what is needed at once is compiled beside the page's thread, while it arrives, not call by call on it. */
const compiledAtOnce = '//# allFunctionsCalledOnLoad';

/** A page of its own: a document of the server loads its entry. */
function page(outDir: string, name: string, entry: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir,
      assetsDir: 'widget',
      emptyOutDir: true,
      manifest: 'manifest.json',
      modulePreload: false,
      target: 'es2022',
      rolldownOptions: { input: { [name]: entry }, output: { postBanner: compiledAtOnce } },
    },
  };
}

const pages = ['tests/widget/**/*.test.{ts,tsx}'];
const browser = ['tests/journeys/browser/**/*.test.ts'];
const long = ['tests/**/*.long.test.ts'];

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  plugins: [precompress(), trimPages(), tablesAsJson()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-runtime',
      '@preact/signals',
      '@preact/signals-core',
      'socket.io-client',
    ],
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: page('dist/client', 'chat', 'widget/chat/main.tsx'),
    // Built by itself, so that the panel shares no chunk with it and carries nothing that only it needs.
    desk: page('dist/desk', 'console', 'widget/console/main.tsx'),
    embed: {
      consumer: 'client',
      build: {
        outDir: 'dist/embed',
        emptyOutDir: true,
        target: 'es2022',
        minify: true,
        lib: {
          entry: 'widget/embed/main.ts',
          formats: ['iife'],
          name: 'handrailLoader',
          fileName: () => 'widget.js',
        },
        rolldownOptions: { output: { postBanner: compiledAtOnce } },
      },
    },
    door: {
      consumer: 'client',
      build: {
        outDir: 'dist/door',
        emptyOutDir: true,
        target: 'es2022',
        minify: true,
        lib: {
          entry: {
            door: 'widget/embed/door.ts',
            notify: 'widget/embed/notify.ts',
            embed: 'widget/embed/handrail.ts',
          },
          formats: ['es'],
          fileName: (_format, name) => `${name}.js`,
        },
        // A library in this format would be left readable.
        rolldownOptions: { output: { minify: true } },
      },
    },
    ssr: {
      // Packages of hundreds of small modules go into the build: a start then opens half as many files.
      resolve: { noExternal: ['chrono-node', 'eld', 'hono', 'jose', 'libphonenumber-js', 'zod'] },
      build: {
        outDir: 'dist/server',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            demo: 'demo/main.ts',
            'scale-demo': 'demo/scale/scale-demo.ts',
            main: 'server/main.ts',
            cli: 'server/cli.ts',
            'store-worker': 'server/store/store-worker.ts',
            'brain-worker': 'server/brain-worker.ts',
            'reader-worker': 'server/reader-worker.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        },
      },
    },
  },
  test: {
    // Not to judge speed by: only to end what hangs.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    // A worker for each core; vitest would keep one for itself, and on two cores that is half of the machine.
    maxWorkers: availableParallelism(),
    globalSetup: 'tests/helpers/say-what-runs.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: [...long, ...browser, ...pages],
          // A worker loads the server and the trained models once for all files that it runs.
          isolate: false,
        },
      },
      // Files with a document: each has a window of its own.
      { extends: true, test: { name: 'pages', include: pages } },
      // A real Chromium, one at a time, when nothing else runs.
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: long,
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      // Only in `npm run test:all`.
      { extends: true, test: { name: 'long', include: long, maxWorkers: 1, sequence: { groupOrder: 2 } } },
      // So do these: what talks about days once more, on another day.
      {
        extends: true,
        test: {
          name: 'long-other-day',
          include: ['tests/{act,decide,demo,handoff,incidents,journeys,server,site,speak}/**/*.test.ts'],
          exclude: [...long, ...browser],
          isolate: false,
          setupFiles: 'tests/helpers/other-day.ts',
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
