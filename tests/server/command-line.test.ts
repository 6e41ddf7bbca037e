// The command line as people type it: help, exit codes, and a conversation line by line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildIfStale } from '../../server/build-if-stale.mjs';
import { runCommand } from '../../server/cli.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { Event, EventOf, EventType } from '../../shared/events.ts';
import { runNode } from '../helpers/run-node.ts';
import { beginning } from '../store/beginning.ts';

const project = new URL('../../', import.meta.url);

interface Ended {
  code: number;
  lines: string[];
  errors: string[];
}

/** Runs the command in this process, but with streams of its own: much is quicker than a process each. */
async function handrail(args: string[], input = ''): Promise<Ended> {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(args, {
    builtAt: new URL('dist/', project),
    env: { SITES_DIR: 'demo/sites' },
    stdin: Readable.from([input]),
    out: (line) => lines.push(line),
    err: (line) => errors.push(line),
  });
  return { code, lines, errors };
}

async function talk(lines: (string | object)[], args: string[] = []): Promise<Event[]> {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const ended = await handrail(['talk', 'demo/sites/airline', '--json', ...args], input);
  expect(ended.code, ended.errors.join('\n')).toBe(0);
  return ended.lines.map((line) => JSON.parse(line) as Event);
}

function of<T extends EventType>(events: Event[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'handrail-cli-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('handrail talk --json', () => {
  it('C9 D3 takes the touchstone to its receipt and back, with gapless events, the inner ones too', async () => {
    const events = await talk(['I need to cancel my bag', { choice: 'do' }, { event: 'undo' }]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
    expect(of(events, 'proposed').map(({ action }) => action)).toEqual(['remove-bag']);
    expect(of(events, 'ran')).toMatchObject([{ action: 'remove-bag', outcome: 'done' }]);
    expect(of(events, 'undone')).toMatchObject([{ outcome: 'done' }]);
  });

  it('C9 offers no cancellation to who has no booking, P3 nor to nobody', async () => {
    for (const who of [['--as', 'cust-none'], ['--anonymous']]) {
      const events = await talk(['I need to cancel my bag'], who);
      expect(of(events, 'proposed')).toEqual([]);
      expect(JSON.stringify(of(events, 'question'))).not.toContain('cancel-flight');
    }
  });

  it('D3 lets a confirmation expire when the simulated clock passes it', async () => {
    const events = await talk(['I need to cancel my bag', { clock: '+6m' }, { choice: 'do' }]);
    expect(of(events, 'lapsed')).toMatchObject([{ why: 'expired' }]);
    expect(of(events, 'ran')).toEqual([]);
  });

  it('H2 H4 brings a person when asked, and says that nobody is on duty', async () => {
    const events = await talk([{ event: 'human' }]);
    expect(of(events, 'handoff')).toMatchObject([{ wait: { position: 1, basis: 'nobody' } }]);
    expect(of(events, 'brief')).toHaveLength(1);
  });

  it('answers what it does not understand on the other stream and goes on', async () => {
    const ended = await handrail(['talk', 'airline', '--json'], '{"nonsense":1}\nhello\n');
    expect(ended.code).toBe(0);
    expect(ended.errors.join()).toContain('bad_request');
    expect(ended.lines.join()).toContain('"hello"');
  });

  it('runs as a process of its own, by the command that people type', async () => {
    await buildIfStale();
    const running = runNode(['server/handrail.mjs', 'talk', 'demo/sites/airline', '--json'], {
      input: 'hello\n',
    });
    expect(await running.ended, running.errors.join('\n')).toBe(0);
    expect(running.lines.map((line) => (JSON.parse(line) as Event).type)).toContain('decided');
  });
});

describe('handrail', () => {
  it('says what there is, and exits as people expect', async () => {
    const help = await handrail(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['serve', 'check', 'talk', 'audit', 'export', 'erase', 'agent add']) {
      expect(help.lines.join('\n')).toContain(name);
      expect((await handrail([...name.split(' '), '--help'])).lines.join('\n')).toContain(
        `npx handrail ${name}`,
      );
    }
    const wrong = [[], ['nope'], ['audit', '--nope'], ['check'], ['check', 'a', 'b'], ['erase', '--all']];
    for (const args of [...wrong, ['audit', '--data', '/nowhere/at/all'], ['talk', 'airline', '--as']]) {
      const ended = await handrail(args);
      expect([args, ended.code]).toEqual([args, 2]);
      expect(ended.errors.length).toBeGreaterThan(0);
    }
  });

  it('checks a site: 0 when it is right, 1 with the place when it is not', async () => {
    expect((await handrail(['check', 'demo/sites/shop'])).code).toBe(0);
    const wrong = await handrail(['check', folder(), '--json']);
    expect(wrong.code).toBe(1);
    const { site, problems } = JSON.parse(wrong.lines.at(-1)!) as {
      site: null;
      problems: { file: string }[];
    };
    expect(site).toBeNull();
    expect(problems.map(({ file }) => file)).toContain('intents.yaml');
  });

  it('adds an agent whose password comes from standard input, and refuses a short one', async () => {
    const data = folder();
    const add = ['agent', 'add', 'Mia@demo.test', '--site', 'airline', '--data', data, '--json'];
    expect((await handrail(add, 'short\n')).code).toBe(2);
    const added = await handrail(add, 'a long enough password\n');
    expect(JSON.parse(added.lines.at(-1)!)).toEqual({
      email: 'mia@demo.test',
      sites: ['airline'],
      done: 'added',
    });
    const again = await handrail(add, 'another long password\n');
    expect(JSON.parse(again.lines.at(-1)!)).toMatchObject({ done: 'changed' });
  });

  it('R4 P2 audits, exports and erases what a conversation left', async () => {
    const data = folder();
    await talk(['Hello there, it is me'], ['--data', data]);
    const audit = await handrail(['audit', '--data', data, '--json']);
    expect(audit.code).toBe(0);
    expect(JSON.parse(audit.lines.at(-1)!)).toMatchObject({ conversations: 1, faults: [] });
    const before = await handrail(['export', '--all', '--data', data]);
    expect(before.lines.join()).toContain('it is me');
    const erase = ['erase', '--site', 'airline', '--customer', 'cust-one', '--data', data, '--json'];
    expect(await handrail(erase)).toMatchObject({ code: 0, lines: ['{"erased":1}'] });
    expect((await handrail(erase)).code).toBe(1);
    expect((await handrail(['export', '--all', '--data', data])).lines.join()).not.toContain('it is me');
    expect((await handrail(['audit', '--data', data])).code).toBe(0);
  });

  it('D6 P2 says which conversation it leaves while a call is under way in it', async () => {
    const data = folder();
    const store = openSqliteStore({ file: join(data, 'handrail.db') });
    await store.begin(beginning('a'));
    const setTimers = [{ name: 'outcome', ref: 'p', due: Date.now() + 60_000 }];
    await store.append({ conversation: 'a', at: Date.now(), events: [], setTimers });
    await store.close();
    const erase = ['erase', '--conversation', 'a', '--data', data];
    expect(await handrail([...erase, '--json'])).toMatchObject({
      code: 1,
      lines: ['{"erased":0,"left":["a"]}'],
    });
    expect((await handrail(erase)).lines.join()).toContain('a is left: a call is under way in it');
  });
});
