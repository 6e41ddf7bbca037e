// The demo sites' own tests.yaml, lived through with the real parts: store, model, decisions, the business by HTTP.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSiteTest } from '../../server/cli/run-site-test.ts';
import { testInWords } from '../../server/cli/test-in-words.ts';
import { loadSite } from '../../server/site/load-site.ts';

const project = resolve(import.meta.dirname, '../..');
/** Models are trained once for all tests and kept by a hash of what they are trained from. */
const modelsDir = join(project, 'node_modules/.cache/handrail');
const demoSites = join(project, 'demo/sites');

for (const id of readdirSync(demoSites)) {
  const folder = join(demoSites, id);
  const site = await loadSite(folder, { env: {} });
  describe(`${id}: what its tests.yaml asks for`, () => {
    it.each(site.tests.map((test) => [test.name, test] as const))(
      '%s',
      async (_, test) => {
        const result = await runSiteTest(test, { folder, env: {}, modelsDir });
        expect(result.missed, testInWords(result).join('\n')).toEqual([]);
      },
      60_000,
    );
  });
}

describe('a conversation that goes another way', () => {
  const folder = join(demoSites, 'airline');

  it('says what was expected, what happened, and the conversation up to there', async () => {
    const result = await runSiteTest(
      {
        name: 'A bag is a flight',
        steps: [
          { say: 'cancel my bag', expect: { asked: 'confirm' } },
          { press: 'do', expect: { ran: 'cancel-flight', said: ['Your trip is off'], handoff: true } },
          { say: 'thanks', expect: { asked: 'clarify' } },
        ],
      },
      { folder, env: {}, modelsDir },
    );
    expect(result).toMatchObject({ ok: false, step: 2 });
    expect(result.missed.map(({ expected }) => expected)).toEqual([
      'ran: cancel-flight',
      'said: “Your trip is off”',
      'handoff: true',
    ]);
    const words = testInWords(result).join('\n');
    expect(words).toContain('FAIL A bag is a flight, step 2');
    expect(words).toContain('+ happened  remove-bag (done)');
    expect(words).toMatch(/\| > cancel my bag\n[\s\S]*Nora: [\s\S]*\| > \[do\]\n[\s\S]*receipt: Bag removal/);
    expect(words).not.toContain('thanks');
  });

  it('names a step that could not be taken', async () => {
    const result = await runSiteTest(
      { name: 'Nothing to press', steps: [{ press: 'Cancel everything', expect: { asked: 'nothing' } }] },
      { folder, env: {}, modelsDir },
    );
    expect(result.missed[0]?.expected).toBe('[Cancel everything]');
    expect(result.missed[0]?.happened).toMatch(/^refused: /);
  });
});
