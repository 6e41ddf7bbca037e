// A demo business for `handrail talk`: the module that site.yaml names, started on a spare port.
import { pathToFileURL } from 'node:url';
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

/** Modules by file: a command that has many conversations reads the business once, and starts it afresh for each. */
const modules = new Map<string, Promise<unknown>>();

/** `file`: an absolute path, TypeScript or JavaScript, that exports `startApi({port})`. */
export async function startBusiness(file: string): Promise<Business> {
  const loading = modules.get(file) ?? load(file);
  modules.set(file, loading);
  const parsed = moduleSchema.safeParse({ ...((await loading) as object) });
  if (!parsed.success) throw new Error(`${file} exports no startApi({port}); demo.api in site.yaml names it`);
  return parsed.data.startApi({ port: 0 });
}

async function load(file: string): Promise<unknown> {
  if (!/\.[cm]?ts$/.test(file)) return import(pathToFileURL(file).href);
  // Heavy, and of no use to the other commands.
  const { runnerImport } = await import('vite');
  return (await runnerImport(file, { configFile: false, logLevel: 'error' })).module;
}
