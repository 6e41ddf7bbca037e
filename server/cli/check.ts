// `handrail check`: whether a site's folder can be served, and if not, why, where, and what would be right; then
// whether its conversations go the way that tests.yaml says.
import { fileURLToPath } from 'node:url';
import { checkSite } from '../site/check-site.ts';
import { problemLine } from '../site/problem.ts';
import type { Site } from '../site/site.ts';
import type { Command, Surroundings } from './command.ts';
import { options } from './options.ts';
import { runSiteTest, type TestResult } from './run-site-test.ts';
import { siteFolder } from './site-folder.ts';
import { testInWords } from './test-in-words.ts';

export const check: Command = {
  name: 'check',
  summary: 'Checks a site: every mistake with its line, and the conversations of tests.yaml',
  usage: `check SITE [--no-tests] [--json]

  SITE         the site's folder
  --no-tests   checks the files alone
  --json       prints {site, problems, tests} as JSON

  The conversations run here, against the demo business that site.yaml names (demo.api) and under a simulated
  clock; without one they are not run, for a check never touches the real business.
  Exit code 1 when there are errors or a conversation goes another way; warnings alone are 0.`,
  async run(args, around) {
    const { env, out } = around;
    const { values, positionals } = options(
      args,
      { json: { type: 'boolean' }, 'no-tests': { type: 'boolean' } },
      ['SITE'],
    );
    const folder = siteFolder(positionals[0]!, env);
    const { site, problems } = await checkSite(folder, { env });
    const errors = problems.filter(({ level }) => level === 'error').length;
    const say = (line: string) => {
      if (!values.json) out(line);
    };
    for (const problem of problems) say(problemLine(problem));
    const warnings = problems.length - errors;
    say(
      site
        ? `${site.id}: ${site.intents.length} intents, ${site.actions.length} actions, ${site.facts.length} fact sources, ${site.articles.length} articles; ${warnings} warnings.`
        : `${folder}: ${errors} errors, ${warnings} warnings.`,
    );
    const wanted = !values['no-tests'] && errors === 0 && site !== undefined;
    const tests = wanted ? await conversations(site, folder, around, say) : [];
    if (values.json) {
      const named = site ? { id: site.id, version: site.version } : null;
      out(JSON.stringify({ site: named, problems, tests }));
    }
    return errors > 0 || tests.some(({ ok }) => !ok) ? 1 : 0;
  },
};

async function conversations(
  site: Site,
  folder: string,
  { env, builtAt }: Surroundings,
  say: (line: string) => void,
): Promise<TestResult[]> {
  if (site.tests.length === 0) return [];
  if (!site.demo) {
    say(`tests.yaml: ${site.tests.length} conversations were not run, for site.yaml names no demo.api.`);
    return [];
  }
  const modelsDir = fileURLToPath(new URL('../node_modules/.cache/handrail/', builtAt));
  const results: TestResult[] = [];
  for (const test of site.tests) {
    const result = await runSiteTest(test, { folder, env, modelsDir });
    results.push(result);
    for (const line of testInWords(result)) say(line);
  }
  const failed = results.filter(({ ok }) => !ok).length;
  say(`tests.yaml: ${results.length - failed} of ${results.length} conversations go as they should.`);
  return results;
}
