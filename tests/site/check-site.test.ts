// Every kind of mistake in a site's folder is refused with the file, the line and what would be right.
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../server/site/check-site.ts';
import type { Problem } from '../../server/site/problem.ts';
import { callMistakes } from './call-mistakes.ts';
import { ruleMistakes } from './rule-mistakes.ts';
import { shapeMistakes } from './shape-mistakes.ts';
import { goodFiles, siteFolder } from './site-folder.ts';
import { valueMistakes } from './value-mistakes.ts';

const mistakes = [...shapeMistakes, ...valueMistakes, ...ruleMistakes, ...callMistakes];

async function problemsOf(files: Record<string, string | undefined>, id?: string): Promise<Problem[]> {
  const { folder, remove } = await siteFolder(files, id);
  try {
    return (await checkSite(folder, { env: {} })).problems;
  } finally {
    await remove();
  }
}

describe('a mistake is refused with file, line and suggestion', () => {
  it.each(mistakes)('$what', async ({ file, from, to, at, message, suggestion, level = 'error' }) => {
    const good = goodFiles[file]!;
    expect(good).toContain(from);
    const wrong = good.replace(from, () => to);
    const problems = await problemsOf({ [file]: wrong });
    const found = problems.find((problem) => message.test(problem.message));
    expect(found, JSON.stringify(problems, null, 1)).toMatchObject({ file, level });
    const marker = at ?? to;
    expect(wrong).toContain(marker);
    if (marker !== '') {
      const first = wrong.slice(0, wrong.indexOf(marker)).split('\n').length;
      const last = first + marker.trimEnd().split('\n').length - 1;
      expect(found!.line).toBeGreaterThanOrEqual(first);
      expect(found!.line).toBeLessThanOrEqual(last);
    }
    expect(found!.column).toBeGreaterThan(0);
    if (suggestion) expect(found!.suggestion).toMatch(suggestion);
    if (level === 'error') expect(found!.suggestion ?? found!.message).toMatch(/\w/);
  });

  it('a mail server that is none, without its password', async () => {
    const files = { 'site.yaml': `${goodFiles['site.yaml']}mail: { from: a@corner.example }\n` };
    const { folder, remove } = await siteFolder(files);
    const { problems } = await checkSite(folder, { env: { SMTP_URL: 'mail://u:secret@h' } });
    await remove();
    expect(problems).toMatchObject([{ level: 'error', message: 'SMTP_URL is no address of a mail server' }]);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  it('a file that is missing', async () => {
    expect(await problemsOf({ 'intents.yaml': undefined })).toMatchObject([
      { file: 'intents.yaml', message: 'intents.yaml is missing' },
    ]);
  });

  it('a file whose name is misspelt', async () => {
    const problems = await problemsOf({
      'intents.yaml': undefined,
      'intents.yml': goodFiles['intents.yaml'],
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'intents.yml', suggestion: 'did you mean "intents.yaml"?' }),
    );
  });

  it('an article without its default language', async () => {
    const problems = await problemsOf({ 'knowledge/opening.md': undefined });
    expect(problems).toMatchObject([
      { file: 'knowledge/opening.de.md', level: 'error', suggestion: 'add knowledge/opening.md' },
    ]);
  });

  it('a folder whose name is no id', async () => {
    expect(await problemsOf({}, 'Corner Shop')).toMatchObject([
      { message: 'the folder\'s name "Corner Shop" is no id' },
    ]);
  });

  it('a folder that does not exist', async () => {
    expect((await checkSite('/nowhere/at/all')).problems).toMatchObject([
      { level: 'error', message: 'there is no folder /nowhere/at/all' },
    ]);
  });

  it('names every mistake of a file, not only the first', async () => {
    const wrong = goodFiles['site.yaml']!.replace('assistant:', 'asistant:').replace('30d', 'soon');
    const problems = await problemsOf({ 'site.yaml': wrong });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('"assistant" is missing'),
      expect.stringContaining('unknown key "asistant"'),
      expect.stringContaining('must be a duration'),
    ]);
  });

  it('finds nothing in a site that is right', async () => {
    expect(await problemsOf({})).toEqual([]);
  });
});
