// The whole reading of single messages against a small site.
import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { trainSite } from '../../server/understand/site-model.ts';
import { understand } from '../../server/understand/understand.ts';
import { smallSite } from './small-site.ts';

const site = smallSite();
const model = trainSite(site);
const now = Date.UTC(2026, 10, 21, 10);
const records = [
  {
    fact: 'bookings',
    id: 'b1',
    label: 'Flight ME204 to Oslo',
    value: { reference: 'ME204', to: 'Oslo', date: '2026-12-12' },
  },
  {
    fact: 'bookings',
    id: 'b2',
    label: 'Flight ME311 to Lisbon',
    value: { reference: 'ME311', to: 'Lisbon', date: '2026-12-20' },
  },
  { fact: 'bags', id: 'g1', label: 'One bag on ME204', value: { booking: 'b1', weight: 23 } },
];

function context(over: Partial<ReadingContext> = {}): ReadingContext {
  return { recent: [], lastIntents: [], records, locale: 'en', now, timeZone: 'Europe/Berlin', ...over };
}
const read = (text: string, over: Partial<ReadingContext> = {}) =>
  understand(model, site, text, context(over));

describe('understand', () => {
  it('reads a plain request with its object', () => {
    const reading = read('please cancel my flight to Oslo');
    expect(reading.intents[0]!.id).toBe('cancel-flight');
    expect(reading.intents[0]!.confidence).toBeGreaterThan(0.6);
    expect(reading.guard).toBeUndefined();
    expect(reading.entities).toContainEqual(
      expect.objectContaining({ kind: 'record', fact: 'bookings', value: 'b1' }),
    );
    expect(reading.mood.frustration).toBeLessThan(0.3);
  });

  it('never takes a negated request for one', () => {
    expect(read("don't cancel my flight").guard).toBe('negated');
  });

  it('reads only the part that asks when another part is guarded', () => {
    const reading = read("don't cancel my flight, please remove my bag");
    expect(reading.guard).toBeUndefined();
    expect(reading.intents[0]!.id).toBe('remove-bag');
  });

  it('keeps a second request for later', () => {
    const reading = read('remove my bag and also tell me is my flight on time');
    expect([reading.intents[0]!.id, ...reading.further.map(({ id }) => id)]).toEqual([
      'remove-bag',
      'flight-status',
    ]);
  });

  it('reads a burst as one message', () => {
    const recent = [
      { from: 'customer' as const, text: 'cancel', at: now - 4000 },
      { from: 'customer' as const, text: 'my', at: now - 2000 },
    ];
    expect(read('bag', { recent }).intents[0]!.id).toBe('remove-bag');
  });

  it('finds nothing in an empty message', () => {
    const reading = read('???');
    expect(reading.intents).toEqual([]);
    expect(reading.outOfScope).toBe(1);
  });
});
