// The store under kill -9 again and again, at the first acknowledgement and at any other.
import { test } from 'vitest';
import { surviveKills } from './survive-kills.ts';

test('R1 sixty kills at any moment lose nothing', { timeout: 300_000 }, async () => {
  await surviveKills(Array.from({ length: 60 }, (_, life) => 1 + ((life * 53) % 97)));
});
