// From an agent's verdict on a reading to a phrase for intents.yaml, and what it would change.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../server/cli.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { EventBody } from '../../shared/events.ts';

const site = resolve(import.meta.dirname, '../../demo/sites/shop');

async function run(...argv: string[]) {
  const [out, err]: string[][] = [[], []];
  const code = await runCommand(argv, {
    builtAt: new URL('../../dist/', import.meta.url),
    env: {},
    stdin: Readable.from([]),
    out: (line) => out!.push(line),
    err: (line) => err!.push(line),
    progress: () => {},
  });
  return { code, out: out!.join('\n'), err: err!.join('\n') };
}

interface Told {
  text: string;
  read?: string;
  verdict: Partial<Extract<EventBody, { type: 'corrected' }>>;
  language?: string;
}

/** A database in which these were said, read and corrected, each in a conversation of its own. */
async function database(told: Told[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-corrections-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = openSqliteStore({ file: join(folder, 'handrail.db') });
  for (const [at, { text, read, verdict, language = 'en' }] of told.entries()) {
    const id = `c${at}`;
    const events: EventBody[] = [
      { type: 'opened', visitor: id, channel: 'web', locale: 'en', site: 'shop' },
      { type: 'message', from: 'customer', text: 'hello there' },
      { type: 'message', from: 'customer', text },
    ];
    if (read)
      events.push({
        type: 'understood',
        message: 3,
        intents: [{ id: read, confidence: 0.81 }],
        outOfScope: 0.1,
        mood: { frustration: 0, urgency: 0, confusion: 0 },
        distress: false,
        entities: [],
        topics: [],
        language,
        wantsPerson: false,
        further: [],
      });
    events.push({ type: 'corrected', by: 'agent', correct: false, ...(read ? { read } : {}), ...verdict });
    await store.begin({
      id,
      site: 'shop',
      channel: 'web',
      visitor: id,
      customer: null,
      at: Date.UTC(2026, 10, 20 + at),
      events,
    });
  }
  await store.close();
  return folder;
}

it('H10 exports what agents corrected as phrases for intents.yaml, and check says what they would change', async () => {
  const data = await database([
    {
      text: 'the glaze on my cup has a crack: can you mend it # please?\nthanks',
      read: 'cancel-order',
      verdict: { intent: 'damaged', text: 'a repair, not a cancellation' },
    },
    {
      text: 'Meine Schale kam zerbrochen an',
      read: 'order-status',
      verdict: { intent: 'damaged' },
      language: 'de',
    },
    { text: 'do you teach pottery', read: 'order-status', verdict: {} },
    { text: 'where is my parcel', read: 'order-status', verdict: { correct: true, intent: 'order-status' } },
  ]);
  const exported = await run('corrections', '--site', 'shop', '--export', '--data', data);
  expect(exported.code).toBe(0);
  expect(parse(exported.out)).toEqual([
    {
      id: 'damaged',
      examples: {
        de: ['Meine Schale kam zerbrochen an'],
        en: ['the glaze on my cup has a crack: can you mend it # please? thanks'],
      },
    },
  ]);
  expect(exported.out).toMatch(/# 2026-11-20, taken for cancel-order, 81 %; “a repair, not a cancellation”/);
  expect(exported.out).toMatch(/# {3}do you teach pottery \(2026-11-22, taken for order-status/);

  const counted = await run('corrections', '--site', 'shop', '--confirmed', '--data', data);
  expect(counted.out).toMatch(/1 {2}order-status: right/);
  const since = await run('corrections', '--site', 'shop', '--since', '2026-11-22', '--json', '--data', data);
  expect(since.out.split('\n').map((line) => JSON.parse(line).text)).toEqual(['do you teach pottery']);
  expect(await run('corrections', '--site', 'airline', '--data', data)).toMatchObject({ code: 1 });
  expect(await run('corrections', '--data', data)).toMatchObject({ code: 2 });

  const file = join(data, 'corrections.yaml');
  writeFileSync(file, exported.out);
  const args = ['--no-model', '--no-tests', '--with-corrections', file];
  const checked = await run('check', site, ...args, '--json');
  expect(checked.code, checked.err).toBe(0);
  const { corrections } = JSON.parse(checked.out);
  expect(corrections).toMatchObject({ fresh: 2, unknown: [], claimed: [] });
  const further = corrections.phrases.filter((phrase: { further: boolean }) => phrase.further);
  expect(further.map(({ intent }: { intent: string }) => intent)).toEqual(['damaged', 'damaged']);
  const text = await run('check', site, ...args);
  expect(text.out).toMatch(/Corrections: 2 phrases that intents.yaml does not have/);
  expect(text.out).toMatch(/The site's own \d+ phrases: rightly now \d+, then \d+/);
});

it('says which phrases are disputed, of no intent, or in no such file', async () => {
  const folder = await database([]);
  const file = join(folder, 'corrections.yaml');
  const phrases = '- { id: damaged, examples: [when will my parcel arrive, it is broken] }\n';
  writeFileSync(file, `${phrases}- { id: pottery-class, examples: [do you teach] }\n`);
  const args = ['check', site, '--no-model', '--no-tests', '--with-corrections'];
  const { out } = await run(...args, file);
  expect(out).toContain('no intent is called pottery-class');
  expect(out).toMatch(/“when will my parcel arrive” stands under order-status already/);
  writeFileSync(file, 'damaged: yes');
  expect(await run(...args, file)).toMatchObject({ code: 2 });
  expect(await run(...args, join(folder, 'none.yaml'))).toMatchObject({ code: 2 });
});
