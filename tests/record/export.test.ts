// What leaves the record whole: exports, erasures, transcripts.
import { beforeEach, describe, expect, test } from 'vitest';
import { eraseAllOf, eraseConversation, eraseOlderThan } from '../../server/record/erase.ts';
import { type ExportOf, exportLines } from '../../server/record/export.ts';
import { transcriptHtml, transcriptText } from '../../server/record/transcript.ts';
import { en } from '../../server/speak/words/en.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { Event, EventBody } from '../../shared/events.ts';

let store: Store;
const erasure = { by: 'handrail erase', why: 'on request', at: 9000 };

beforeEach(async () => {
  store = createMemoryStore();
  await begin('a', 'airline', 'c', 250);
  await store.append({ conversation: 'a', at: 5000, events: [], row: { status: 'resolved' } });
  await begin('b', 'airline', 'c', 1);
  await begin('d', 'shop', 'c', 1);
});

async function begin(id: string, site: string, customer: string, messages: number): Promise<void> {
  const events = Array.from(
    { length: messages },
    (_, i): EventBody => ({ type: 'message', from: 'customer', text: `${id}\n${i}` }),
  );
  await store.begin({ id, site, channel: 'web', visitor: `v-${id}`, customer, at: 1000, events });
}

async function lines(of: ExportOf): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const line of exportLines(store, of)) {
    expect(line.indexOf('\n')).toBe(line.length - 1);
    found.push(JSON.parse(line) as Record<string, unknown>);
  }
  return found;
}

describe('export', () => {
  test('R3 every event is a line of its own, with whose it is', async () => {
    const all = await lines({ conversation: 'a' });
    expect(all).toHaveLength(250);
    expect(all[249]).toEqual({
      conversation: 'a',
      site: 'airline',
      channel: 'web',
      visitor: 'v-a',
      customer: 'c',
      seq: 250,
      at: 1000,
      type: 'message',
      from: 'customer',
      text: 'a\n249',
    });
  });

  test('it is of one customer of one site, of one visitor, or of all', async () => {
    const of = async (which: ExportOf) => new Set((await lines(which)).map((line) => line.conversation));
    expect(await of({ site: 'airline', customer: 'c' })).toEqual(new Set(['a', 'b']));
    expect(await of({ site: 'airline', visitor: 'v-b' })).toEqual(new Set(['b']));
    expect(await of({ all: true, site: 'shop' })).toEqual(new Set(['d']));
    expect(await of({ all: true })).toEqual(new Set(['a', 'b', 'd']));
    expect(await of({ conversation: 'none' })).toEqual(new Set());
  });
});

describe('erase', () => {
  test("P2 one conversation, or all of a customer's on the site", async () => {
    expect(await eraseConversation(store, 'b', erasure)).toBe(true);
    expect(await eraseConversation(store, 'b', erasure)).toBe(false);
    expect(await lines({ conversation: 'b' })).toMatchObject([{ type: 'erased', by: 'handrail erase' }]);
    expect(await eraseAllOf(store, 'airline', { customer: 'c' }, erasure)).toBe(1);
    expect(await lines({ site: 'shop', customer: 'c' })).toHaveLength(1);
  });

  test('D6 P2 not while a call to the business is under way, which is told', async () => {
    const setTimers = [{ name: 'outcome', ref: 'p', due: 9000 }];
    await store.append({ conversation: 'b', at: 5000, events: [], setTimers });
    const left: string[] = [];
    const told = { ...erasure, left: (id: string) => left.push(id) };
    expect(await eraseConversation(store, 'b', told)).toBe(false);
    expect(await eraseAllOf(store, 'airline', { customer: 'c' }, told)).toBe(1);
    expect(left).toEqual(['b', 'b']);
    expect(await lines({ conversation: 'b' })).toHaveLength(1);
  });

  test('P2 what is older than the site keeps it, once', async () => {
    const seen: number[] = [];
    const old = () => eraseOlderThan(store, 'airline', 5000, erasure, (erased) => seen.push(erased));
    expect(await old()).toBe(1);
    expect(await old()).toBe(0);
    expect(seen).toEqual([1, 0]);
    expect(await eraseOlderThan(store, 'airline', 1_000_000, erasure)).toBe(1);
    expect(await eraseOlderThan(store, 'airline', 1_000_000, erasure)).toBe(0);
  });

  test('P2 nothing that its customer writes into while others are erased for their age', async () => {
    const back: EventBody = { type: 'message', from: 'customer', text: 'I am back' };
    const slow: Store = {
      ...store,
      async erase(id, ...rest) {
        if (id === 'a') await store.append({ conversation: 'b', at: 8000, events: [back] });
        return store.erase(id, ...rest);
      },
    };
    expect(await eraseOlderThan(slow, 'airline', 6000, erasure)).toBe(1);
    expect(await lines({ conversation: 'b' })).toMatchObject([{}, { text: 'I am back' }]);
  });
});

describe('transcript', () => {
  const at = Date.UTC(2025, 5, 1, 12, 0);
  const bodies: EventBody[] = [
    { type: 'opened', visitor: 'v', channel: 'web', locale: 'en', site: 'airline' },
    { type: 'message', from: 'assistant', text: 'Hello, I am Otto.' },
    { type: 'message', from: 'customer', text: '<img src=x onerror=alert(1)> & "bye"' },
    { type: 'noted', by: { id: 'm', name: 'Mia' }, text: 'an inner note' },
    {
      type: 'question',
      id: 'q',
      kind: 'confirm',
      text: 'Shall I?',
      choices: [
        { id: 'keep', label: 'Keep my bag' },
        { id: 'do', label: 'Remove my bag' },
      ],
      card: { title: 'Remove one bag', effect: 'Your bag comes off.', undoable: 'For an hour.' },
    },
    { type: 'answered', question: 'q', choice: 'do', by: 'button' },
    {
      type: 'message',
      from: 'assistant',
      text: 'Done.',
      receipt: { proposal: 'p', label: 'Bag removed', reference: 'R-1', at },
    },
    { type: 'claimed', agent: { id: 'm', name: "$& Mia's" } },
    { type: 'message', from: 'agent', name: 'Mia', text: 'Hi' },
  ];
  const log = bodies.map((body, index) => ({ ...body, seq: index + 1, at: at + index * 60_000 }) as Event);
  const options = {
    business: 'Sky <b>',
    assistant: 'Otto',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    words: en.transcript,
  };

  test('P2 a text says who wrote each line, and nothing that stays inside', () => {
    expect(transcriptText(foldEvents(log).view, options).replaceAll('\u202f', ' ')).toBe(
      [
        'Your conversation · Sky <b>',
        '',
        '[Jun 1, 2025, 2:01 PM GMT+2] Otto (automated): Hello, I am Otto.',
        '[Jun 1, 2025, 2:02 PM GMT+2] You: <img src=x onerror=alert(1)> & "bye"',
        '[Jun 1, 2025, 2:04 PM GMT+2] Otto (automated): Shall I?',
        '    Remove one bag',
        '    Your bag comes off.',
        '    For an hour.',
        '    ○ Keep my bag',
        '    ● Remove my bag (chosen)',
        '[Jun 1, 2025, 2:06 PM GMT+2] Otto (automated): Done.',
        '    Bag removed · Reference R-1',
        "[Jun 1, 2025, 2:07 PM GMT+2] — $& Mia's joined",
        '[Jun 1, 2025, 2:08 PM GMT+2] Mia (person): Hi',
        '',
      ].join('\n'),
    );
  });

  test('a page of it holds nothing that anyone wrote as markup', () => {
    const html = transcriptHtml(foldEvents(log).view, options);
    expect(html).not.toMatch(/<img|<b>"|Sky <b>|<script/);
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;bye&#34;');
    expect(html).not.toContain('an inner note');
  });
});
