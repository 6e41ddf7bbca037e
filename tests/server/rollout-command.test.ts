// `handrail rollout`: what it shows, the steps that it takes, and what it refuses.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../server/cli.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import type { EventBody } from '../../shared/events.ts';

const airline = 'demo/sites/airline';
let data: string;

async function handrail(...args: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const code = await runCommand(['rollout', airline, '--data', data, ...args], {
    builtAt: new URL('../../dist/', import.meta.url),
    env: { SITES_DIR: 'demo/sites' },
    stdin: Readable.from(['']),
    out: (line) => lines.push(line),
    err: (line) => errors.push(line),
  });
  const json = args.includes('--json') && code === 0 ? JSON.parse(lines.join('\n')) : undefined;
  return { code, text: lines.join('\n'), errors: errors.join('\n'), json };
}

/** A log in which agents have agreed and refused so often. */
async function logged(agreed: number, refused: number): Promise<void> {
  const store = await openSqliteStore({ file: join(data, 'handrail.db') });
  await store.begin({
    id: 'c1',
    site: 'airline',
    channel: 'web',
    visitor: 'v1',
    customer: null,
    at: Date.now(),
    events: [{ type: 'opened', visitor: 'v1', channel: 'web', locale: 'en', site: 'airline' }],
  });
  const word = (n: number): EventBody => ({
    type: 'approved',
    proposal: `p${n}`,
    action: 'cancel-flight',
    arguments: {},
    hash: 'h',
    by: { id: 'mia', name: 'Mia' },
    approve: n < agreed,
  });
  const events = Array.from({ length: agreed + refused }, (_, n) => word(n));
  await store.append({ conversation: 'c1', at: Date.now() + 5, events });
  await store.close();
}

const step = (to: string, ...more: string[]) =>
  handrail('--action', 'cancel-flight', '--to', to, '--why', 'to be sure', '--by', 'Mia', ...more);

describe('handrail rollout', () => {
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'handrail-rollout-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  });

  it('A5 shows where each action stands, the agreement with its interval, and the next step', async () => {
    await logged(9, 1);
    expect((await step('supervised')).code).toBe(0);
    const { code, text } = await handrail('--action', 'cancel-flight');
    expect(code).toBe(0);
    expect(text).toMatch(/cancel-flight: supervised \(at most autonomous\)/);
    expect(text).toMatch(/by Mia: to be sure/);
    expect(text).toMatch(/next: autonomous, not warranted/);
    expect(text).not.toMatch(/remove-bag/);
    expect((await handrail()).text).toMatch(/remove-bag: autonomous/);
  });

  it('A5 gives the same as JSON, with the history', async () => {
    await logged(0, 0);
    await step('supervised');
    const { json } = await step('shadow', '--json');
    expect(json.site).toBe('airline');
    expect(json.actions[0]).toMatchObject({ action: 'cancel-flight', mode: 'shadow', held: false });
    expect(json.actions[0].history.map((row: { mode: string }) => row.mode)).toEqual([
      'shadow',
      'supervised',
    ]);
    expect(json.actions[0].evidence).toMatchObject({ n: 0, agreement: null, low: 0, high: 1 });
    expect(json.actions[0].next).toMatchObject({ to: 'supervised', warranted: false });
  });

  it('A5 takes a warranted step up, and refuses one that is not, with exit code 1 and the reason', async () => {
    await logged(0, 0);
    await step('supervised');
    const refused = await step('autonomous');
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/0 words of agents so far/);
    expect((await step('autonomous', '--anyway')).code).toBe(0);
    expect((await step('shadow')).code).toBe(0);
    expect((await step('autonomous', '--anyway')).errors).toMatch(/more than one step/);
  });

  it('A5 counts the words since the action came to its rung', async () => {
    await logged(0, 0);
    await step('supervised');
    await expect(handrail('--action', 'cancel-flight')).resolves.toMatchObject({ code: 0 });
    const store = await openSqliteStore({ file: join(data, 'handrail.db') });
    const events = Array.from(
      { length: 80 },
      (_, n): EventBody => ({
        type: 'approved',
        proposal: `p${n}`,
        action: 'cancel-flight',
        arguments: {},
        hash: 'h',
        by: { id: 'mia', name: 'Mia' },
        approve: true,
      }),
    );
    await store.append({ conversation: 'c1', at: Date.now() + 5, events });
    await store.close();
    expect((await handrail('--action', 'cancel-flight')).text).toMatch(/next: autonomous, warranted/);
    expect((await step('autonomous', '--share', '0.25')).text).toMatch(/autonomous for 25 %/);
  });

  it('says what is missing or wrong, with exit code 2', async () => {
    await logged(0, 0);
    expect(await handrail('--action', 'fly')).toMatchObject({ code: 2 });
    expect((await handrail('--to', 'shadow')).errors).toMatch(/needs --action, --why and --by/);
    expect((await step('up')).errors).toMatch(/--to takes shadow, supervised, autonomous/);
    expect((await handrail('--why', 'so')).errors).toMatch(/--to is missing/);
    expect((await handrail('--help')).text).toMatch(/--anyway/);
  });
});
