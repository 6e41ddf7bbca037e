// C9 on names: what a message calls a record by that none of the customer's bears is heard as such, and ordinary words
// beside a record are not taken for names.
import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { trainSite } from '../../server/understand/site-model.ts';
import { understand } from '../../server/understand/understand.ts';
import { smallSite } from './small-site.ts';

const site = smallSite();
const model = trainSite(site);
const flight = {
  fact: 'bookings',
  id: 'b1',
  label: 'Flight ME204 to Oslo on December 12',
  value: { reference: 'ME204', from: 'Berlin', to: 'Oslo', date: '2026-12-12' },
};
const bag = { fact: 'bags', id: 'g1', label: 'One bag on ME204', value: { booking: 'b1', weight: 23 } };

function named(text: string, over: Partial<ReadingContext> = {}) {
  const { entities } = understand(model, site, text, {
    recent: [],
    lastIntents: [],
    records: [flight, bag],
    locale: 'en',
    now: Date.UTC(2026, 10, 21, 10),
    timeZone: 'Europe/Berlin',
    ...over,
  });
  const records = entities.flatMap(({ kind, value }) => (kind === 'record' ? [value] : []));
  return { records, strangers: entities.filter(({ kind }) => kind === 'word') };
}

describe('C9 what none of theirs is called', () => {
  it.each([
    ['cancel my flight to Lisbon', 'Lisbon'],
    ['cancel my flight to lisbon', 'lisbon'],
    ['is the flight from Zurich on time?', 'Zurich'],
    ['please cancel the flight to the Azores', 'Azores'],
    ['cancel my flight on December 10', 'December 10'],
    ['cancel my flight of 14 December', '14 December'],
  ])('C9 “%s” names what is not theirs', (text, name) => {
    const { records, strangers } = named(text);
    expect(records).toEqual([]);
    expect(strangers).toEqual([expect.objectContaining({ kind: 'word', fact: 'bookings', text: name })]);
  });

  it('C9 a reference that is none of theirs points at none of theirs', () => {
    expect(named('cancel flight ME999').records).toEqual([]);
    expect(named('cancel flight ME-204').records).toEqual(['b1']);
  });

  it.each([
    'cancel my flight to Oslo',
    'cancel my flight to oslo',
    'cancel my flight to Osol',
    'cancel the flight from Berlin',
    'cancel my flight on December 12',
    'cancel my flight',
    'move my flight to another day',
    'move my flight to tomorow',
    'change my flight to something earlier',
    'I want my flight to be cancelled',
    'cancel my flight to be safe',
    'I need to cancel my flight today',
  ])('C9 “%s” is about theirs', (text) => {
    const { records, strangers } = named(text);
    expect(strangers).toEqual([]);
    expect(records).toContain('b1');
  });

  it('C9 who has none is told of none', () => {
    expect(named('cancel my flight to Lisbon', { records: [bag] }).strangers).toEqual([]);
  });
});
