// A demo business for `handrail talk`: the module that site.yaml names, started on a spare port.
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { z } from 'zod';

export interface Business {
  url: string;
  close(): Promise<unknown>;
}

const moduleSchema = z.object({
  startApi: z.custom<(options: { port: number }) => Promise<Business>>(
    (value) => typeof value === 'function',
  ),
});

/** `file`: an absolute path, TypeScript or JavaScript, that exports `startApi({port})`. */
export async function startBusiness(file: string): Promise<Business> {
  const loaded: unknown = /\.[cm]?ts$/.test(file)
    ? (await runnerImport(file, { configFile: false, logLevel: 'error' })).module
    : await import(pathToFileURL(file).href);
  const parsed = moduleSchema.safeParse({ ...(loaded as object) });
  if (!parsed.success) throw new Error(`${file} exports no startApi({port}); demo.api in site.yaml names it`);
  return parsed.data.startApi({ port: 0 });
}
