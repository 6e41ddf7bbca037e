// JSON Schemas of a site's files on disk, for editors: what `handrail check --schemas DIR` leaves.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemaFiles } from '../site/json-schema.ts';

/** The folder is made when absent. The written files' paths. Throws what the file system says. */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = Object.entries(jsonSchemaFiles()).map(([name, schema]) => ({
    path: join(folder, name),
    text: `${JSON.stringify(schema, null, 2)}\n`,
  }));
  for (const { path, text } of files) await writeFile(path, text);
  return files.map(({ path }) => path);
}
