// The demo sites' own tests.yaml, lived through with the real parts: store, model, decisions, the business by HTTP.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startTalk } from '../../server/cli/start-talk.ts';
import { judgeStep } from '../../server/site/judge-step.ts';
import { loadSite } from '../../server/site/load-site.ts';
import type { SiteTest, TestStep } from '../../server/site/site.ts';
import type { Event } from '../../shared/events.ts';

/** Each site's model is trained once for all of its tests. */
const modelsDir = mkdtempSync(join(tmpdir(), 'handrail-models-'));
afterAll(() => rmSync(modelsDir, { recursive: true, force: true }));

const demoSites = resolve(import.meta.dirname, '../../demo/sites');

/** A step as a line of `handrail talk`. A choice is pressed by its id. */
function lineOf(step: TestStep, events: Event[]): string {
  if (step.say !== undefined) return step.say;
  if (step.human) return JSON.stringify({ event: 'human' });
  if (step.clock !== undefined) return JSON.stringify({ clock: `+${step.clock / 1000}s` });
  const choices = events.flatMap((event) => (event.type === 'question' ? event.choices : []));
  const pressed = choices.findLast(({ id, label }) => id === step.press || label === step.press);
  return JSON.stringify({ choice: pressed?.id ?? step.press });
}

async function live(folder: string, test: SiteTest): Promise<string[]> {
  const events: Event[] = [];
  const failures: unknown[] = [];
  const talk = await startTalk({
    folder,
    env: {},
    modelsDir,
    anonymous: test.as === 'anonymous',
    ...(test.as && test.as !== 'anonymous' ? { as: test.as } : {}),
    event: (event) => events.push(event),
    failed: (where, error) => failures.push([where, error]),
  });
  const missed: string[] = [];
  try {
    for (const [index, step] of test.steps.entries()) {
      const since = events.at(-1)?.seq ?? 0;
      const refused = await talk.line(lineOf(step, events));
      if (refused) missed.push(`step ${index + 1} was refused: ${refused.code}`);
      missed.push(...judgeStep(step.expect, events, since).map((what) => `step ${index + 1}: ${what}`));
    }
  } finally {
    await talk.close();
  }
  return [...missed, ...failures.map(String)];
}

for (const id of readdirSync(demoSites)) {
  const folder = join(demoSites, id);
  const site = await loadSite(folder, { env: {} });
  describe(`${id}: what its tests.yaml asks for`, () => {
    it.each(site.tests.map((test) => [test.name, test] as const))(
      '%s',
      async (_, test) => {
        expect(await live(folder, test)).toEqual([]);
      },
      60_000,
    );
  });
}
