#!/usr/bin/env node
// The command `handrail`: builds what is stale, then hands over to cli.ts.
import { buildIfStale, builtAt } from './build-if-stale.mjs';

await buildIfStale((line) => console.error(line));
const { runCommand } = await import(new URL('server/cli.js', builtAt).href);
process.exitCode = await runCommand(process.argv.slice(2), { builtAt });
