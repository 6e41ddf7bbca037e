// `node tests/bench/install-peers.mjs`: the published packages of the peers that `npm run bench -- widget` stands beside,
// from the registry into a temporary folder. They are no part of `npm install`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = join(tmpdir(), 'handrail-peers');
mkdirSync(dir, { recursive: true });
const dependencies = { '@typebot.io/js': '0.10.7', 'deep-chat': '2.4.2' };
writeFileSync(join(dir, 'package.json'), JSON.stringify({ private: true, dependencies }));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { status } = spawnSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
  cwd: dir,
  stdio: 'inherit',
});
console.log(status === 0 ? `They are in ${dir}.` : 'They could not be installed.');
process.exitCode = status ?? 1;
