// Reads a site's folder from disk, with the hash that every decision carries as the site's version.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextFile } from './build-articles.ts';

/** Bytes; beyond it a file is no text that a person wrote. */
const largest = 2_000_000;

export interface Folder {
  /** Sorted by name; `/` separates folders. */
  files: TextFile[];
  /** SHA-256 over names and contents, hexadecimal. */
  version: string;
  tooLarge: string[];
}

/** The folder's YAML and Markdown, its `knowledge` included. Throws what the file system throws. */
export async function readFolder(folder: string): Promise<Folder> {
  const names = [
    ...(await namesIn(folder, '')),
    ...(await namesIn(join(folder, 'knowledge'), 'knowledge/').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    })),
  ].sort();
  const files: TextFile[] = [];
  const tooLarge: string[] = [];
  const hash = createHash('sha256');
  for (const file of names) {
    if ((await stat(join(folder, file))).size > largest) {
      tooLarge.push(file);
      continue;
    }
    const text = await readFile(join(folder, file), 'utf8');
    hash.update(`${file}\0${Buffer.byteLength(text)}\0`).update(text);
    files.push({ file, text });
  }
  return { files, version: hash.digest('hex'), tooLarge };
}

async function namesIn(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => prefix + entry.name);
}
