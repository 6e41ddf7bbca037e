// PUT and GET /api/files/:ticket: the bytes of attached files. They are served as what their content is and nothing
// else, in a sandbox of their own, to whoever holds a ticket (files.ts).
import { type ErrorCode, failure } from '../../shared/errors.ts';
import { type Files, mostBytes } from './files.ts';
import type { HttpApp } from './http-app.ts';

const statuses: Partial<Record<ErrorCode, 400 | 404 | 409 | 413 | 415 | 429 | 503>> = {
  not_found: 404,
  conflict: 409,
  gone: 409,
  too_large: 413,
  unsupported: 415,
  rate: 429,
  busy: 503,
  unavailable: 503,
};

export function serveFiles(app: HttpApp, files: Files): void {
  app.put('/api/files/:ticket', async (context) => {
    const { raw } = context.req;
    // What says so at once is not waited for; the others are counted as they come.
    if (Number(raw.headers.get('content-length')) > mostBytes)
      return context.json(failure('too_large'), statuses.too_large);
    const taken = await files.receive(context.req.param('ticket'), raw.body);
    return taken.ok ? context.json(taken) : context.json(taken, statuses[taken.error.code] ?? 400);
  });

  app.get('/api/files/:ticket', async (context) => {
    const file = await files.read(context.req.param('ticket'), context.env.outgoing);
    if (!file) return context.notFound();
    const { bytes, type, name } = file;
    const shown = type.startsWith('image/') && context.req.query('save') === undefined;
    context.header('Content-Type', type);
    context.header('Content-Disposition', `${shown ? 'inline' : 'attachment'}; ${named(name)}`);
    context.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Cache-Control', 'private, no-store');
    return context.body(new Uint8Array(bytes));
  });
}

/** Both spellings of RFC 6266: one in ASCII for the old, one in UTF-8. */
function named(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
