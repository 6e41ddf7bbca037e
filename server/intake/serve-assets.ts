// GET /widget.js and the pages' own files: the script tag is asked for again after five minutes, its door each time,
// as the panel's document is, so that the two are of one version; what carries a hash in its name never changes.
import type { Context } from 'hono';
import type { Asset, Assets } from './assets.ts';
import type { HttpApp } from './http-app.ts';

const forever = 'public, max-age=31536000, immutable';

export function serveAssets(app: HttpApp, assets: Assets): void {
  for (const path of ['/widget.js', '/widget/embed.js']) {
    app.get(path, (context) => {
      const script = assets.file(path);
      return script ? send(context, script, 'public, max-age=300') : context.notFound();
    });
  }
  for (const path of ['/widget/door.js', '/widget/notify.js']) {
    app.get(path, (context) => {
      const script = assets.file(path);
      return script ? send(context, script, 'no-cache') : context.notFound();
    });
  }
  app.get('/widget/*', (context, next) => {
    const asset = assets.file(context.req.path);
    return asset ? send(context, asset, forever) : next();
  });
}

function send(context: Context, asset: Asset, cacheControl: string): Response {
  const accepted = (context.req.header('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.split(';')[0]!.trim());
  const encoding =
    asset.br && accepted.includes('br') ? 'br' : asset.gz && accepted.includes('gzip') ? 'gzip' : null;
  const bytes = (encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gz : undefined) ?? asset.bytes;
  context.header('Content-Type', asset.type);
  context.header('Content-Length', String(bytes.byteLength));
  context.header('Cache-Control', cacheControl);
  context.header('Vary', 'Accept-Encoding');
  // The script tag stands in other origins' pages, some of which isolate themselves.
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
  if (encoding) context.header('Content-Encoding', encoding);
  return context.body(bytes);
}
