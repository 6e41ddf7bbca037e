// `npm start`: builds what is stale, then serves the demo.
import { buildIfStale, builtAt } from '../server/build-if-stale.mjs';

process.env.NODE_ENV ??= 'production';
await buildIfStale((line) => console.log(line));
const { startDemo } = await import(new URL('server/demo.js', builtAt).href);
process.exitCode = await startDemo({ env: process.env, builtAt });
