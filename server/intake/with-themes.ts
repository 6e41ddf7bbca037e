// The script tag knows each site's look without a request of its own: it is written into the script that is
// served, where the loader left a place for it.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Site } from '../site/site.ts';
import type { Asset, Assets } from './assets.ts';

/** As widget/embed/site-theme.ts has it. */
const place = /\b__HANDRAIL_THEMES__\b/;
/** What the launcher looks like when nothing is said (widget/embed/launcher.ts and door-style.ts). */
const plain: Partial<Site['theme']> = {
  accent: '#2f5bea',
  radius: 16,
  position: 'end',
  launcher: 'bubble',
  label: 'Chat',
};

/** The same files, with the sites' themes in `/widget.js`. Throws when the loader has no place for them. */
export function withThemes(assets: Assets, sites: Site[]): Assets {
  const loader = assets.file('/widget.js');
  if (!loader) return assets;
  const themes = Object.fromEntries(sites.map(({ id, theme }) => [id, differing(theme)]));
  const script = new TextDecoder().decode(loader.bytes);
  if (!place.test(script)) throw new Error('The built loader has no place for the themes; run npm run build');
  // Values come from site files: nothing in them may end the script element of a page that holds it inline.
  const literal = JSON.stringify(themes).replaceAll('<', '\\u003c');
  const bytes = new Uint8Array(Buffer.from(script.replace(place, () => literal)));
  const filled: Asset = {
    type: loader.type,
    bytes,
    br: new Uint8Array(brotliCompressSync(bytes)),
    gz: new Uint8Array(gzipSync(bytes, { level: 9 })),
  };
  return { ...assets, file: (path) => (path === '/widget.js' ? filled : assets.file(path)) };
}

function differing(theme: Site['theme']): Partial<Site['theme']> {
  const told = Object.entries(theme).filter(
    ([name, value]) => value !== undefined && name in plain && value !== plain[name as keyof typeof plain],
  );
  return Object.fromEntries(told);
}
