// The judge of the harness finds what it is there to find: each fault, made by hand, is seen.
import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { Event } from '../../shared/events.ts';
import type { CustomerLink } from '../helpers/customer-link.ts';
import type { ChaosCustomer } from './chaos-customer.ts';
import { judge, noVerdict } from './judge.ts';

const texts = ['one', 'two', 'three'];

/** A screen with these messages, and what stands unsent below them. */
function screen(said: string[], unsent: string[] = []): CustomerLink {
  const parcels = unsent.map((text) => ({ event: 'message', state: 'failed', payload: { id: text, text } }));
  return {
    said: () => said,
    thread: { view: signal({ seq: said.length, entries: said.map((text) => ({ kind: 'message', text })) }) },
    outbox: { parcels: signal(parcels) },
  } as unknown as CustomerLink;
}

/** Who wrote `texts`, heard `acked` of them to be stored, and sees `link`. */
function customer(link: CustomerLink, acked = texts): ChaosCustomer {
  const heard = new Map(acked.map((text) => [text, 2 * texts.indexOf(text) + 1]));
  return { name: 'c1', sent: texts, acked: heard, faults: [], link } as unknown as ChaosCustomer;
}

/** A log of these messages, each followed by so many decisions on it. */
function log(said: string[], decided = said.map(() => 1)): Event[] {
  const events: object[] = [];
  said.forEach((text, index) => {
    const on = events.push({ type: 'message', from: 'customer', text, seq: events.length + 1 });
    for (let n = 0; n < decided[index]!; n += 1) events.push({ type: 'decided', on, seq: events.length + 1 });
  });
  return events as Event[];
}

test('what was sent, stored, answered and shown once is well', () => {
  const verdict = judge(customer(screen(texts)), log(texts), screen(texts));
  expect(verdict).toEqual({ ...noVerdict, sent: 3, acked: 3, shown: 3 });
});

test('an acknowledged message that is not in the log is lost, whatever the screen shows', () => {
  const verdict = judge(customer(screen(texts)), log(['one', 'two']), screen(texts));
  expect(verdict).toMatchObject({ lost: 1, faults: ['lost: three'] });
});

test('a message that nobody sees any more is lost, unless the page says that it was not sent', () => {
  const two = ['one', 'two'];
  expect(judge(customer(screen(two), two), log(two), screen(two))).toMatchObject({ lost: 1 });
  expect(judge(customer(screen(two, ['three']), two), log(two), screen(two))).toMatchObject({ lost: 0 });
});

test('a message that is there twice is doubled, in the log as on the screen', () => {
  const twice = [...texts, 'two'];
  expect(judge(customer(screen(twice)), log(texts), screen(twice))).toMatchObject({ doubled: 1 });
  expect(judge(customer(screen(texts)), log(twice), screen(texts))).toMatchObject({ doubled: 1 });
});

test('messages in another order than they were written are out of order', () => {
  const other = ['one', 'three', 'two'];
  expect(judge(customer(screen(other), ['one']), log(texts), screen(other))).toMatchObject({ reordered: 1 });
  expect(judge(customer(screen(texts), ['one']), log(other), screen(texts))).toMatchObject({ reordered: 1 });
});

test('a message that no decision covers is unanswered, and one that two cover is answered twice', () => {
  expect(judge(customer(screen(texts), []), log(texts, [1, 1, 0]), screen(texts))).toMatchObject({
    unanswered: 1,
  });
  expect(judge(customer(screen(texts), []), log(texts, [1, 2, 1]), screen(texts))).toMatchObject({
    answeredTwice: 1,
  });
  // Read together with the one after it.
  expect(judge(customer(screen(texts), []), log(texts, [0, 1, 1]), screen(texts))).toMatchObject({
    unanswered: 0,
    answeredTwice: 0,
  });
});

test('a gap in the log, and a screen that is not what a fresh one shows, are told with what differs', () => {
  const gap = log(texts).filter(({ seq }) => seq !== 4);
  const verdict = judge(customer(screen(texts)), gap, screen(['one', 'two']));
  expect(verdict.faults).toEqual([
    'c1: the log has a gap at 4',
    // What was acknowledged as 5 does not stand where it should.
    'lost: three',
    expect.stringMatching(/not what a fresh one shows: seq ends 3, and anew 2; entries ends .*three/),
  ]);
});
