// The proxy that is shipped lets through what the server takes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mostBytes } from '../../server/intake/files.ts';

it('the shipped proxy lets the largest file through, and little more', () => {
  const proxy = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  const megabytes = Number(/^\s*client_max_body_size (\d+)m;$/m.exec(proxy)?.[1]);
  expect(megabytes * 1024 * 1024).toBeGreaterThan(mostBytes);
  expect(megabytes * 1024 * 1024).toBeLessThan(mostBytes * 1.5);
});
