// `handrail replay`: recorded conversations with the real airline and shop, decided again with the same site and
// with changed ones.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../server/cli.ts';
import { readLog } from '../../server/record/read-log.ts';
import { type Difference, type ReplayPorts, replayConversation } from '../../server/replay.ts';
import { type Incident, incident } from '../incidents/incident.ts';

const project = resolve(import.meta.dirname, '../..');

/** A conversation with every kind of decision: greeted, asked, proposed, kept, run, undone, expired, handed over. */
async function eventful(): Promise<Incident> {
  const talk = await incident('airline', 'cust-two');
  const mia = await talk.agent('Mia');
  await talk.say('hello');
  await talk.say('cancel my bag');
  await talk.say('the one to Reykjavik');
  await talk.say('yes');
  await talk.press('keep');
  await talk.say('what is the baggage allowance?');
  await talk.say('cancel my flight to Stockholm');
  await talk.press('do');
  await talk.undo();
  await talk.say('cancel my flight to Stockholm');
  await talk.pass(6 * 60_000);
  await talk.say('wo bleibt meine Erstattung?');
  await talk.say('I want to talk to a person');
  await mia.claim();
  await talk.say('are you there?');
  await mia.giveBack();
  return talk;
}

function inShort({ about, before, now }: Difference): unknown[] {
  return [about, before.move, before.does, before.says, now.move, now.does, now.says];
}

async function replayed(talk: Incident, changes: Partial<ReplayPorts> = {}) {
  const [conversation] = readLog(await talk.log());
  const { site, model } = talk;
  return replayConversation(conversation!, {
    site,
    model,
    readings: 'anew',
    ...changes,
  });
}

describe('replay', () => {
  it.each(['anew', 'recorded'] as const)(
    'R2 finds no difference with the same site, readings %s',
    async (readings) => {
      const talk = await eventful();
      const result = await replayed(talk, { readings });
      expect(result.differences.map(inShort)).toEqual([]);
      expect(result.skipped).toBe(0);
      expect(result.decisions).toBe(talk.of('decided').length);
      const moves = talk.of('decided').map(({ move }) => move);
      expect(moves).toEqual(
        expect.arrayContaining([
          'greet',
          'ask-which',
          'propose',
          'show-again',
          'kept',
          'run',
          'done',
          'undone',
          'expire',
          'answer',
          'hand-off',
          'stay-silent',
          'back',
        ]),
      );
    },
  );

  it('C1 lists each decision that a higher threshold would turn into a question, and no other', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('cancel my bag');
    await talk.press('keep');
    await talk.say('I want to talk to a person');
    const { thresholds } = talk.site;
    const site = { ...talk.site, thresholds: { ...thresholds, confidence: 0.999 } };
    const { differences } = await replayed(talk, { site });
    const proposed = talk.of('decided').find(({ move }) => move === 'propose');
    expect(differences).toMatchObject([
      { seq: proposed?.seq, about: 'cancel my bag', before: { move: 'propose' }, now: { move: 'clarify' } },
    ]);
    expect(differences[0]?.now.because.map(({ rule }) => rule)).toContain('C1');
    expect(differences[0]?.now.does.at(-1)).toMatch(/^ask clarify: /);
  });

  it('lists each decision whose words would differ, with both', async () => {
    const talk = await eventful();
    const actions = talk.site.actions.map((action) =>
      action.id === 'remove-bag'
        ? { ...action, confirm: { ...action.confirm, keep: { en: 'Leave it', de: 'So lassen' } } }
        : action,
    );
    const { differences } = await replayed(talk, { site: { ...talk.site, actions } });
    expect(differences.map(({ before, now }) => [before.move, now.move])).toEqual([['propose', 'propose']]);
    expect(differences[0]?.before.says).toContain('Keep my bag');
    expect(differences[0]?.now.says).toContain('Leave it');
  });

  it('tells a decision that could not be made any more', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('cancel my bag');
    await talk.press('do');
    const { differences } = await replayed(talk, { site: { ...talk.site, actions: [] } });
    expect(differences.length).toBeGreaterThan(0);
    expect(differences.at(-1)?.now.move).toBe('fails');
  });

  it('leaves a conversation whose contents were erased as it is', async () => {
    const talk = await incident('airline', 'cust-one');
    const [conversation] = readLog(await talk.log());
    const seq = talk.events.at(-1)!.seq + 1;
    conversation?.events.push({ type: 'erased', by: 'x', why: 'y', seq, at: 0 });
    const { site, model } = talk;
    const ports = { site, model, readings: 'anew' } as const;
    expect(replayConversation(conversation!, ports)).toEqual({ decisions: 0, skipped: 1, differences: [] });
  });

  it('refuses a line that is none of a log, by its number', async () => {
    const talk = await incident('airline', 'cust-one');
    const log = await talk.log();
    expect(() => readLog(`${log}\n{"no":"event"}\n`)).toThrow(/^line \d+ is no event/);
    expect(() => readLog('not json')).toThrow('line 1');
  });
});

describe('handrail replay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-replay-'));

  async function run(args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await runCommand(['replay', ...args], {
      builtAt: new URL(`file://${folder}/dist/`),
      env: {},
      stdin: Readable.from([]),
      out: (line) => lines.push(line),
      err: (line) => lines.push(line),
    });
    return { code, text: lines.join('\n') };
  }

  it('ends with 0 when nothing differs, 1 when examples were changed, 2 when called in a wrong way', async () => {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const log = join(folder, 'log.ndjson');
    const [one, two] = [await eventful(), await incident('airline', 'cust-one')];
    await two.say('I would like a refund update');
    const shop = await incident('shop', 'cust-one');
    writeFileSync(log, (await one.log()) + (await two.log()) + (await shop.log()));
    const site = join(folder, 'airline');
    cpSync(join(project, 'demo/sites/airline'), site, { recursive: true });

    const same = await run([log, '--site', site]);
    expect(same.code, same.text).toBe(0);
    expect(same.text).toMatch(/^2 conversations, \d+ decisions: none would differ; 0 could not/m);

    const intents = join(site, 'intents.yaml');
    const changed = readFileSync(intents, 'utf8').replaceAll(
      'What baggage I may bring',
      'What I may take along',
    );
    const parrots = (line: string) => line.replaceAll(/refund|update/g, 'parrot');
    writeFileSync(intents, changed.replace(/^ {6}- .*/gm, parrots));
    const differs = await run([log, '--site', site]);
    expect(differs.code, differs.text).toBe(1);
    expect(differs.text).toMatch(/at event \d+: I would like a refund update\n {2}- then answer .*\n/);
    const json = await run([log, '--site', site, '--json']);
    expect(JSON.parse(json.text).differences.length).toBeGreaterThan(0);

    const wrong = [
      [],
      [log],
      [log, '--site', site, '--readings', 'never'],
      [join(folder, 'none'), '--site', site],
    ];
    for (const args of [...wrong, [log, '--site', join(project, 'demo/sites/shop'), 'more']])
      expect([args, (await run(args)).code]).toEqual([args, 2]);
  });
});
