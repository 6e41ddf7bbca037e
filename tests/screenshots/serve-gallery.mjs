// Builds the gallery and serves it on a spare port, under a policy as strict as the panel's own: for what looks at it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const root = new URL('../../', import.meta.url);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:; frame-src 'self'; require-trusted-types-for 'script'";

/** `url` ends in a slash; `close` stops serving and removes the build. */
export async function serveGallery() {
  const built = mkdtempSync(join(tmpdir(), 'handrail-gallery-'));
  await build({
    configFile: false,
    root: new URL('demo/gallery', root).pathname,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir: built, emptyOutDir: true, target: 'es2022', modulePreload: false },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    if (path === '/favicon.ico') return response.writeHead(204).end();
    try {
      const body = readFileSync(join(built, path === '/' ? 'index.html' : path.slice(1)));
      response.setHeader('content-type', types[extname(path)] ?? 'text/html');
      response.setHeader('content-security-policy', policy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(built, { recursive: true });
    },
  };
}
