// The script tag knows each site's look without a request of its own: it is written into the script that is
// served, where the loader left a place for it.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Site } from '../site/site.ts';
import type { Asset, Assets } from './assets.ts';

/** As widget/embed/site-theme.ts has it, in whatever quotes the build chose. */
const place = /(["'`])__HANDRAIL_THEMES__\1/;

/** The same files, with the sites' themes in `/widget.js`. Throws when the loader has no place for them. */
export function withThemes(assets: Assets, sites: Site[]): Assets {
  const loader = assets.file('/widget.js');
  if (!loader) return assets;
  const themes = Object.fromEntries(sites.map((site) => [site.id, site.theme]));
  const script = new TextDecoder().decode(loader.bytes);
  if (!place.test(script)) throw new Error('The built loader has no place for the themes; run npm run build');
  const bytes = new Uint8Array(
    Buffer.from(script.replace(place, () => JSON.stringify(JSON.stringify(themes)))),
  );
  const filled: Asset = {
    type: loader.type,
    bytes,
    br: new Uint8Array(brotliCompressSync(bytes)),
    gz: new Uint8Array(gzipSync(bytes)),
  };
  return { ...assets, file: (path) => (path === '/widget.js' ? filled : assets.file(path)) };
}
