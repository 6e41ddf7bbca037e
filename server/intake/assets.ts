// What browsers fetch, read once at start: a request is a look-up by its path, so that no path can lead out of
// the build, and nothing is compressed while someone waits.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Asset {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gz?: Uint8Array<ArrayBuffer>;
}

/** What a document has to load, as paths on this server. */
export interface PageParts {
  script: string;
  styles: string[];
  /** Modules that the script imports. */
  preloads: string[];
}

export type PageName = 'chat' | 'console';

export interface Assets {
  /** By path: `/widget.js`, `/widget/chat-HASH.js`. */
  file(path: string): Asset | undefined;
  page(name: PageName): PageParts;
  /** Under `npm run dev` documents carry Vite's own script, which a strict policy would refuse. */
  dev: boolean;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

const chunkSchema = z.object({
  file: z.string(),
  name: z.string().optional(),
  isEntry: z.boolean().optional(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
});
const manifestSchema = z.record(z.string(), chunkSchema);
type Manifest = z.infer<typeof manifestSchema>;

/** Reads the build at `builtAt` (`client/`, `desk/`, `embed/widget.js`, `door/door.js`). Throws when it is not whole. */
export function loadAssets(builtAt: URL): Assets {
  const files = new Map<string, Asset>();
  const page = (name: PageName, folder: string) => {
    const dir = fileURLToPath(new URL(folder, builtAt));
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      const type = types[extname(file)];
      if (type && file !== 'manifest.json')
        files.set(`/${file.split(sep).join('/')}`, readAsset(join(dir, file), type));
    }
    return partsOf(manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))), name);
  };
  const pages = { chat: page('chat', 'client/'), console: page('console', 'desk/') };
  for (const [path, file] of [
    ['/widget.js', 'embed/widget.js'],
    ['/widget/door.js', 'door/door.js'],
    ['/widget/notify.js', 'door/notify.js'],
    ['/widget/embed.js', 'door/embed.js'],
  ] as const)
    files.set(path, readAsset(fileURLToPath(new URL(file, builtAt)), types['.js']!));
  return { file: (path) => files.get(path), page: (name) => pages[name], dev: false };
}

function readAsset(path: string, type: string): Asset {
  return { type, bytes: readBytes(path)!, ...variant('br', `${path}.br`), ...variant('gz', `${path}.gz`) };
}

function variant(name: 'br' | 'gz', path: string): Partial<Asset> {
  const bytes = readBytes(path, true);
  return bytes ? { [name]: bytes } : {};
}

function readBytes(path: string, optional = false): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (optional && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function partsOf(manifest: Manifest, name: PageName): PageParts {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry && chunk.name === name);
  if (!entry) throw new Error(`The build has no page ${name}; run npm run build`);
  const styles = new Set<string>();
  const preloads = new Set<string>();
  const visit = (chunk: Manifest[string]) => {
    for (const file of chunk.css) styles.add(`/${file}`);
    for (const key of chunk.imports) {
      const imported = manifest[key];
      if (!imported || preloads.has(`/${imported.file}`)) continue;
      preloads.add(`/${imported.file}`);
      visit(imported);
    }
  };
  visit(entry);
  return { script: `/${entry.file}`, styles: [...styles], preloads: [...preloads] };
}
