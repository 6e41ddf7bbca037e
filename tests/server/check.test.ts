// `handrail check` on sites whose conversations go another way than their tests.yaml says, and on one that has no
// demo business to have them with.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../server/cli.ts';

const project = resolve(import.meta.dirname, '../..');
const apiFile = join(project, 'demo/airline-api/start-airline-api.ts');

/** The airline's folder elsewhere, with other conversations; `demo`: whether its business can be started. */
function siteWith(tests: string, { demo = true } = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'handrail-check-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const folder = join(made, 'airline');
  cpSync(join(project, 'demo/sites/airline'), folder, { recursive: true });
  const file = join(folder, 'site.yaml');
  const text = readFileSync(file, 'utf8');
  const named = demo
    ? text.replace('../../airline-api/start-airline-api.ts', apiFile)
    : text.replace(/^demo:\n(?: {2}.*\n)+/m, '');
  expect(named).not.toBe(text);
  writeFileSync(file, named);
  writeFileSync(join(folder, 'tests.yaml'), tests);
  return folder;
}

async function check(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await runCommand(['check', '--no-model', ...args], {
    builtAt: new URL('../../dist/', import.meta.url),
    env: {},
    stdin: Readable.from([]),
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  });
  return { code, text: lines.join('\n') };
}

const wrong = `
- name: Goes as it should
  as: cust-none
  steps:
    - { say: cancel my bag, expect: { notProposed: remove-bag } }
- name: Asks too little
  steps:
    - { say: cancel my bag, expect: { asked: detail } }
`;

describe('handrail check with conversations', () => {
  it('ends with 1 and shows what was expected beside what happened', async () => {
    const folder = siteWith(wrong);
    const { code, text } = await check(folder);
    expect(code, text).toBe(1);
    expect(text).toContain('ok   Goes as it should');
    expect(text).toMatch(
      /FAIL Asks too little, step 1\n.*expected {2}asked: detail\n.*happened {2}asked: confirm/,
    );
    expect(text).toContain('1 of 2 conversations go as they should');
    expect((await check(folder, '--no-tests')).code).toBe(0);
  });

  it('gives the same as JSON', async () => {
    const { code, text } = await check(siteWith(wrong), '--json');
    expect(code).toBe(1);
    const { site, tests } = JSON.parse(text);
    expect(site.id).toBeTypeOf('string');
    expect(tests).toMatchObject([
      { ok: true, missed: [] },
      { ok: false, step: 1, missed: [{ expected: 'asked: detail', happened: 'asked: confirm' }] },
    ]);
  });

  it('runs none against a business that is no demo', async () => {
    const { code, text } = await check(siteWith(wrong, { demo: false }));
    expect(code, text).toBe(0);
    expect(text).toMatch(/2 conversations were not run/);
  });
});

it('handrail check says what the customers of a language meet', async () => {
  const folder = siteWith('[]');
  const file = join(folder, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('locales: [en, de]', 'locales: [en, de, fr, it]'));
  const { code, text } = await check(folder, '--no-tests');
  expect(code).toBe(0);
  expect(text).toMatch(/^fr: panel and assistant speak it\. .*brings in a person/m);
  expect(text).toMatch(/^it: panel and assistant have no words of it/m);
  expect(text).not.toMatch(/^(?:en|de): /m);
  expect(text).toContain('this text has no "fr", "it"');
});
