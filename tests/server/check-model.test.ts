// `handrail check` on a site's phrases: what was planted is named, the cost moves the suggestion, the schemas are
// written, and none of it makes the site wrong.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../server/cli.ts';

const project = resolve(import.meta.dirname, '../..');

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'handrail-check-model-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The shop with two more intents: one has few phrases and among them an order's, the other's are all alike. */
function planted(): string {
  const site = join(folder(), 'shop');
  cpSync(join(project, 'demo/sites/shop'), site, { recursive: true });
  const intent = (id: string, label: string, phrases: string[]) =>
    [
      `- id: ${id}`,
      `  label: { en: ${label}, de: ${label} }`,
      `  topic: { en: ${label}, de: ${label} }`,
      `  examples:`,
      ...phrases.map((phrase) => `    - ${phrase}`),
      `  answer: { en: "Yes.", de: "Ja." }`,
      '',
    ].join('\n');
  const alike = ['oak', 'ash', 'elm', 'fir', 'yew', 'box'].map((wood) => `is the table of ${wood}`);
  const times = ['when do you open', 'opening hours', 'are you open now', 'open on Sunday'];
  const lonely = [...times, 'cancel my order please'];
  appendFileSync(
    join(site, 'intents.yaml'),
    `\n${intent('wood', 'Kinds of wood', alike)}\n${intent('lonely', 'Opening times', lonely)}`,
  );
  return site;
}

async function check(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const progress: string[] = [];
  const code = await runCommand(['check', ...args], {
    builtAt: new URL('../../dist/', import.meta.url),
    env: {},
    stdin: Readable.from([]),
    out: (line) => lines.push(line),
    err: (line) => errors.push(line),
    progress: (text) => progress.push(text),
  });
  return { code, text: lines.join('\n'), errors: errors.join('\n'), progress };
}

describe('handrail check on phrases', () => {
  it('names what is thin, alike and misplaced, which intents are confused, and what a threshold would mean', async () => {
    const { code, text, progress } = await check(planted(), '--no-tests');
    expect(code, text).toBe(0);
    for (const part of [
      'lonely has 6 phrases',
      '6 phrases of wood open with “is the table”',
      'Intents that are taken for one another',
      '“cancel my order please” stands under lonely, reads as cancel-order',
      'when a wrong action costs as much as 10 questions',
      'site.yaml asks below 0.75',
    ]) {
      expect(text).toContain(part);
    }
    expect(progress[0]).toMatch(/^Reading \d+ phrases/);
    expect(progress.at(-1)).toBe('');
  });

  it('suggests by the stated cost, and gives all of it as JSON', async () => {
    const site = join(project, 'demo/sites/shop');
    const asked = await Promise.all(
      ['1', '1000'].map(async (cost) => {
        const { code, text } = await check(site, '--no-tests', '--json', '--cost', cost);
        expect(code).toBe(0);
        return JSON.parse(text).model;
      }),
    );
    expect(asked.map(({ costOfWrong }) => costOfWrong)).toEqual([1, 1000]);
    expect(asked[0].suggestedThreshold).toBeLessThan(asked[1].suggestedThreshold);
    expect(asked[0].accuracy).toBeGreaterThan(0.5);
    expect(asked[0].bins).toHaveLength(10);
  });

  it('leaves the phrases alone with --no-model, and with files that cannot be served', async () => {
    const { text, code } = await check('demo/sites/shop', '--no-tests', '--no-model', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text).model).toBeNull();
    const broken = planted();
    appendFileSync(join(broken, 'site.yaml'), '\nnaem: typo\n');
    const found = await check(broken, '--json');
    expect(found.code).toBe(1);
    expect(JSON.parse(found.text)).toMatchObject({ site: null, model: null, tests: [] });
  });

  it('refuses a cost that is none', async () => {
    for (const cost of ['0', '-1', 'dear', 'Infinity']) {
      const { code, errors } = await check('demo/sites/shop', `--cost=${cost}`);
      expect([cost, code]).toEqual([cost, 2]);
      expect(errors).toContain('--cost has to be a number above 0');
    }
  });

  it('writes the schemas that editors know a site’s files by', async () => {
    const into = join(folder(), 'new', 'schemas');
    const { code, text } = await check('demo/sites/shop', '--no-tests', '--no-model', '--schemas', into);
    expect(code).toBe(0);
    expect(text).toContain(`wrote ${join(into, 'intents.schema.json')}`);
    expect(readdirSync(into).sort()).toEqual(
      ['actions', 'article', 'facts', 'intents', 'site', 'tests'].map((kind) => `${kind}.schema.json`),
    );
    const schema = JSON.parse(readFileSync(join(into, 'site.schema.json'), 'utf8'));
    expect(schema).toMatchObject({ title: 'site.yaml of a Handrail site', type: 'object' });
  });
});
