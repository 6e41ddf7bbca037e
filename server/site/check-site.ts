// A folder of YAML and Markdown → a checked Site, or every problem in it with file, line and suggestion.
// Read, then each file against its schema, then what one file says of another.
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { actionsFileSchema, type RawAction } from './actions-schema.ts';
import { buildActions } from './build-actions.ts';
import type { Environment } from './build-api.ts';
import { buildArticles } from './build-articles.ts';
import { buildFacts } from './build-facts.ts';
import { buildIntents } from './build-intents.ts';
import { buildLanguages } from './build-languages.ts';
import { buildSettings } from './build-settings.ts';
import { buildTests } from './build-tests.ts';
import type { Building } from './build-words.ts';
import { factsFileSchema, type RawFact } from './facts-schema.ts';
import { intentsFileSchema } from './intents-schema.ts';
import type { FileKind } from './json-schema.ts';
import { didYouMean } from './nearest.ts';
import { parseSource } from './parse-source.ts';
import type { Problem } from './problem.ts';
import { type Folder, readFolder } from './read-folder.ts';
import { createReport, type Report } from './report.ts';
import type { Site } from './site.ts';
import { siteFileSchema } from './site-schema.ts';
import { type Place, readSource, type SourceFile } from './source-file.ts';
import { type RawTest, testsFileSchema } from './tests-schema.ts';
import { idSchema } from './words-schema.ts';

export interface CheckedSite {
  /** Absent when a problem is an error. */
  site?: Site;
  /** By file and line. */
  problems: Problem[];
}

/** The site's id is the folder's name. Never throws for what the files say. */
export async function checkSite(folder: string, options: Partial<Environment> = {}): Promise<CheckedSite> {
  const report = createReport();
  const environment: Environment = { env: process.env, strict: false, ...options };
  let found: Folder;
  try {
    found = await readFolder(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    return {
      problems: [
        problem('site.yaml', `there is no folder ${folder}`, 'name the folder that has the site.yaml'),
      ],
    };
  }
  const id = basename(resolve(folder));
  if (!idSchema.safeParse(id).success) {
    report.problems.push(
      problem('site.yaml', `the folder's name "${id}" is no id`, 'rename it in kebab-case, such as my-shop'),
    );
  }
  checkNames(report, found);
  const site = build(report, found, { id, folder: resolve(folder), environment });
  const problems = report.problems.sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
  return site && problems.every(({ level }) => level === 'warning') ? { site, problems } : { problems };
}

interface Input {
  id: string;
  folder: string;
  environment: Environment;
}

function build(report: Report, found: Folder, input: Input): Site | undefined {
  const settings = parse(report, found, 'site', siteFileSchema, true);
  const intents = parse(report, found, 'intents', intentsFileSchema, true);
  const actions = parse<RawAction[]>(report, found, 'actions', actionsFileSchema);
  const facts = parse<RawFact[]>(report, found, 'facts', factsFileSchema);
  const tests = parse<RawTest[]>(report, found, 'tests', testsFileSchema);
  if (!settings || !intents || !actions || !facts || !tests) return undefined;

  const languages = buildLanguages(report, settings.place, settings.value);
  const built = buildSettings({ report, languages }, settings.place, settings.value, input);
  const { base, hosts } = built.api;
  const own = URL.canParse(base) ? [new URL(base).host] : [];
  const building: Building = { report, languages, hosts: [...own, ...hosts] };
  const builtFacts = buildFacts(building, facts.place, facts.value);
  const builtActions = buildActions(building, actions.place, actions.value, {
    facts: builtFacts,
    intents: intents.value,
  });
  const articles = buildArticles(
    building,
    found.files.filter(({ file }) => file.startsWith('knowledge/')),
  );
  const builtIntents = buildIntents(building, intents.place, intents.value, {
    facts: builtFacts,
    actions: builtActions,
    articles,
  });
  return {
    version: found.version,
    ...built,
    intents: builtIntents,
    actions: builtActions,
    facts: builtFacts,
    articles,
    tests: buildTests(building, tests.place, tests.value, { actions: builtActions, intents: builtIntents }),
  };
}

/** Undefined when there is something wrong; an optional file that is absent or empty is an empty list. */
function parse<T>(
  report: Report,
  found: Folder,
  kind: FileKind,
  schema: z.ZodType<T>,
  required = false,
): { place: Place; value: T } | undefined {
  const file = `${kind}.yaml`;
  const text = found.files.find((one) => one.file === file)?.text;
  if (text === undefined && required) {
    report.problems.push(problem(file, `${file} is missing`, `add it to the site's folder`));
    return undefined;
  }
  const source = readSource(file, text ?? '[]');
  if ('problems' in source) {
    report.problems.push(...source.problems);
    return undefined;
  }
  const filled: SourceFile = source.value === null && !required ? { ...source, value: [] } : source;
  const value = parseSource(filled, kind, schema, report);
  return value === undefined ? undefined : { place: { source: filled, path: [] }, value };
}

const known = ['site.yaml', 'intents.yaml', 'actions.yaml', 'facts.yaml', 'tests.yaml'];

function checkNames(report: Report, { files, tooLarge }: Folder): void {
  for (const { file } of files) {
    if (known.includes(file) || file.endsWith('.md')) continue;
    report.problems.push(
      problem(file, 'no such file belongs to a site', didYouMean(file.replace(/\.yml$/, '.yaml'), known)),
    );
  }
  for (const file of tooLarge)
    report.problems.push(problem(file, 'this file is larger than 2 MB', 'split or shorten it'));
}

function problem(file: string, message: string, suggestion?: string): Problem {
  return { file, line: 1, column: 1, message, ...(suggestion ? { suggestion } : {}), level: 'error' };
}
