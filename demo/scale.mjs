// `npm run scale-demo`: builds what is stale, then starts two nodes and all that they need.
import { buildIfStale, builtAt } from '../server/build-if-stale.mjs';

process.env.NODE_ENV ??= 'production';
await buildIfStale((line) => console.log(line));
const { runScaleDemo } = await import(new URL('server/scale-demo.js', builtAt).href);
process.exitCode = await runScaleDemo((line) => console.log(line));
