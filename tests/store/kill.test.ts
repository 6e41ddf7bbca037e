// The store under kill -9, in short; the long form is beside it.
import { test } from 'vitest';
import { surviveKills } from './survive-kills.ts';

test('R1 nothing that was acknowledged is lost when the process is killed', async () => {
  await surviveKills([37, 74, 111, 148]);
});
