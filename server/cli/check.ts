// `handrail check`: whether a site's folder can be served, and if not, why, where, and what would be right; how
// well its phrases tell its intents apart; whether its conversations go the way that tests.yaml says.
import { fileURLToPath } from 'node:url';
import { checkSite } from '../site/check-site.ts';
import { problemLine } from '../site/problem.ts';
import type { Site } from '../site/site.ts';
import { checkModel, modelInWords } from './check-model.ts';
import { type Command, type Surroundings, UsageError } from './command.ts';
import { languageNotes } from './language-notes.ts';
import { options } from './options.ts';
import { runSiteTest, type TestResult } from './run-site-test.ts';
import { siteFolder } from './site-folder.ts';
import { testInWords } from './test-in-words.ts';
import { weighCorrections, weighedInWords } from './weigh-corrections.ts';
import { writeSchemas } from './write-schemas.ts';

const usualCost = 10;

export const check: Command = {
  name: 'check',
  summary: 'Checks a site: its files, how well its phrases are told apart, its conversations',
  usage: `check SITE [--cost N] [--no-model] [--no-tests] [--with-corrections FILE]
                  [--schemas DIR] [--json]

  SITE           the site's folder
  --cost N       what a wrong action costs, a question being 1 (default ${usualCost}); suggests a threshold by it
  --no-model     does not judge the phrases
  --no-tests     does not run the conversations of tests.yaml
  --with-corrections FILE
                 says what its phrases would change (handrail corrections --export); nothing is taken over
  --schemas DIR  writes the JSON Schemas of a site's files there, for editors
  --json         prints {site, problems, model, corrections, tests} as JSON

  Each phrase is read by a model that has not seen it. What is printed of that is advice, never an error.
  The conversations run here, against the demo business that site.yaml names (demo.api) and under a simulated
  clock; without one they are not run, for a check never touches the real business.
  Exit code 1 when there are errors or a conversation goes another way; warnings alone are 0.`,
  async run(args, around) {
    const { env, out } = around;
    const { values, positionals } = options(
      args,
      {
        json: { type: 'boolean' },
        'no-tests': { type: 'boolean' },
        'no-model': { type: 'boolean' },
        cost: { type: 'string' },
        'with-corrections': { type: 'string' },
        schemas: { type: 'string' },
      },
      ['SITE'],
    );
    const cost = costOf(values.cost);
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
    if (site) for (const note of languageNotes(site.locales)) say(note);
    if (values.schemas !== undefined) {
      for (const path of await writeSchemas(values.schemas)) say(`wrote ${path}`);
    }
    const phrases = site?.intents.reduce((sum, { examples }) => sum + examples.length, 0);
    if (!values['no-model'] && site) around.progress(`Reading ${phrases} phrases while they are held out …`);
    const model = values['no-model'] || !site ? null : checkModel(site, cost);
    around.progress('');
    if (site && model) for (const line of modelInWords(site, model)) say(line);
    const file = values['with-corrections'];
    if (file !== undefined && site) around.progress('Reading all phrases with and without the corrections …');
    const weighed = file !== undefined && site ? await weighCorrections(site, file) : null;
    around.progress('');
    if (weighed) for (const line of weighedInWords(weighed)) say(line);
    const tests = values['no-tests'] || !site ? [] : await conversations(site, folder, around, say);
    if (values.json) {
      const named = site ? { id: site.id, version: site.version } : null;
      out(JSON.stringify({ site: named, problems, model, corrections: weighed, tests }));
    }
    return errors > 0 || tests.some(({ ok }) => !ok) ? 1 : 0;
  },
};

function costOf(written: string | undefined): number {
  const cost = written === undefined ? usualCost : Number(written);
  if (!(cost > 0 && Number.isFinite(cost)))
    throw new UsageError('--cost has to be a number above 0, such as 10');
  return cost;
}

async function conversations(
  site: Site,
  folder: string,
  { env, builtAt, progress }: Surroundings,
  say: (line: string) => void,
): Promise<TestResult[]> {
  if (site.tests.length === 0) return [];
  if (!site.demo) {
    say(`tests.yaml: ${site.tests.length} conversations were not run, for site.yaml names no demo.api.`);
    return [];
  }
  const modelsDir = fileURLToPath(new URL('../node_modules/.cache/handrail/', builtAt));
  const results: TestResult[] = [];
  for (const [at, test] of site.tests.entries()) {
    progress(`Conversation ${at + 1} of ${site.tests.length}: ${test.name}`);
    const result = await runSiteTest(test, { folder, env, modelsDir });
    results.push(result);
    progress('');
    for (const line of testInWords(result)) say(line);
  }
  const failed = results.filter(({ ok }) => !ok).length;
  say(`tests.yaml: ${results.length - failed} of ${results.length} conversations go as they should.`);
  return results;
}
