// What a message names, in the site's calendar and against the customer's own records.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntities } from '../../server/understand/entities.ts';
import { findAmounts } from '../../server/understand/find-amounts.ts';
import { findReferences } from '../../server/understand/find-references.ts';
import type { ReadingContext } from '../../server/understand/reading-context.ts';
import { smallSite } from './small-site.ts';

const { facts } = smallSite();
// Saturday noon in Berlin.
const now = Date.UTC(2026, 10, 21, 11);
const records = [
  {
    fact: 'bookings',
    id: 'b1',
    label: 'Flight ME204 to Oslo, 12 December',
    value: { reference: 'ME204', to: 'Oslo', departs: '2026-12-12T09:30:00Z' },
  },
  {
    fact: 'bookings',
    id: 'b2',
    label: 'Flight ME311 to Lisbon, 20 December',
    value: { reference: 'ME311', to: 'Lisbon', departs: '2026-12-20T15:00:00Z' },
  },
  { fact: 'bags', id: 'g1', label: 'Bag of 23 kg', value: { booking: 'b1', weight: 23 } },
];

function entities(text: string, over: Partial<ReadingContext> = {}, language = 'en') {
  const context: ReadingContext = {
    recent: [],
    lastIntents: [],
    records,
    locale: language,
    now,
    timeZone: 'Europe/Berlin',
    ...over,
  };
  return readEntities(text, context, language, facts);
}
const values = (kind: string, text: string, language = 'en', over: Partial<ReadingContext> = {}) =>
  entities(text, { records: [], ...over }, language)
    .filter((entity) => entity.kind === kind)
    .map(({ value }) => value);
const linked = (text: string, over: Partial<ReadingContext> = {}) =>
  entities(text, over)
    .filter(({ kind }) => kind === 'record')
    .map(({ value }) => value);

describe('dates and times', () => {
  it.each([
    ['tomorrow', '2026-11-22'],
    ['next Friday', '2026-11-27'],
    ['on friday please', '2026-11-27'],
    ['the 3rd of December', '2026-12-03'],
    ['in two weeks', '2026-12-05'],
    ['2026-12-24', '2026-12-24'],
    ['24 Dec', '2026-12-24'],
    ['yesterday', '2026-11-20'],
    ['on 12/05', '2027-05-12'],
    ['December 12', '2026-12-12'],
    ['move it to March 14', '2027-03-14'],
    ['it was on November 11', '2026-11-11'],
    ['I bought it on December 28', '2025-12-28'],
    ['December 2027', '2027-12-01'],
  ])('reads "%s" as %s', (text, date) => {
    expect(values('date', text)).toEqual([date]);
  });

  it.each([
    ['übermorgen', '2026-11-23'],
    ['nächsten Freitag', '2026-11-27'],
    ['am 3. Dezember', '2026-12-03'],
    ['morgen um 17 Uhr', '2026-11-22'],
  ])('reads "%s" as %s in German', (text, date) => {
    expect(values('date', text, 'de')).toEqual([date]);
  });

  it('reads times, and takes the day from the time zone of the site', () => {
    expect(values('time', 'tomorrow at 5pm')).toEqual(['17:00']);
    const beforeMidnight = Date.UTC(2026, 10, 21, 23, 30);
    expect(values('date', 'today', 'en', { now: beforeMidnight })).toEqual(['2026-11-22']);
  });

  it.each(['may I cancel', 'order 4481', 'I need 2 bags', 'cancel it now', 'can you do it'])(
    'finds no date in "%s"',
    (text) => {
      expect(values('date', text)).toEqual([]);
    },
  );
});

describe('money, addresses, numbers', () => {
  it.each([
    ['$49.90', '49.90', 'USD'],
    ['49,90 €', '49.90', 'EUR'],
    ['1.200,50 Euro', '1200.50', 'EUR'],
    ['£1,200', '1200', 'GBP'],
    ['20 euros', '20', 'EUR'],
    ['EUR 15', '15', 'EUR'],
  ])('reads "%s"', (text, value, currency) => {
    expect(entities(`you charged ${text} twice`, { records: [] })).toContainEqual(
      expect.objectContaining({ kind: 'money', value, currency }),
    );
  });

  it('reads an address and a phone number', () => {
    expect(values('email', 'write to Mia.Lang@Example.org please')).toEqual(['mia.lang@example.org']);
    expect(values('phone', 'call me on +49 151 23456789')).toEqual(['+4915123456789']);
    expect(values('phone', 'Meine Nummer ist 0151 23456789', 'de')).toEqual(['+4915123456789']);
  });

  it.each([
    ['where is order 99120', '99120'],
    ['my booking is me204', 'ME204'],
    ['invoice #118', '118'],
    ['A-1042-B never came', 'A-1042-B'],
  ])('reads the reference in "%s"', (text, value) => {
    expect(values('reference', text)).toEqual([value]);
  });

  it('has no sum, reference or number in a text without a digit, which is not looked through for them', () => {
    const digitless = fc
      .array(
        fc.constantFrom(
          '$',
          '€',
          'eur ',
          'order ',
          '#',
          'no. ',
          'A-B',
          'zwölf',
          '½',
          '٣',
          ',',
          '.',
          ' ',
          'x',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(digitless, (text) => {
        expect([...findAmounts(text, 'en'), ...findReferences(text)]).toEqual([]);
      }),
    );
  });

  it('tells numbers from references and measures', () => {
    expect(values('number', 'I need 2 bags')).toEqual(['2']);
    expect(values('reference', 'the 2nd bag of 23kg at 5pm')).toEqual([]);
    expect(values('number', 'call +49 151 23456789')).toEqual([]);
  });
});

describe('C9 ambiguous words resolve against the customer’s own records', () => {
  it.each([
    ['cancel ME204', ['b1']],
    ['cancel me311 please', ['b2']],
    ['cancel the flight to Oslo', ['b1']],
    ['the lisbon one', ['b2']],
    ['cancel my flight to lisbn', ['b2']],
    ['my flight on 12 December', ['b1']],
    ['remove my bag', ['g1']],
    ['the suitcase', ['g1']],
    ['the first flight', ['b1']],
    ['my second booking', ['b2']],
    ['the later flight', ['b2']],
    ['the earlier booking', ['b1']],
    ['the bag on ME204', ['g1']],
  ])('C9 "%s" means %j', (text, ids) => {
    expect(linked(text)).toEqual(ids);
  });

  it('C9 several that fit are all named', () => {
    expect(linked('cancel my flight')).toEqual(['b1', 'b2']);
  });

  it('C9 none that fits is named', () => {
    expect(linked('is there wifi')).toEqual([]);
    expect(linked('cancel my flight to Rome', { records: [] })).toEqual([]);
    expect(linked('remove my bag', { records: records.slice(0, 2) })).toEqual([]);
  });

  it('C8 "it" and "the other one" mean what was talked about', () => {
    const recent = [
      { from: 'customer' as const, text: 'when does ME204 leave', at: now - 60_000 },
      { from: 'assistant' as const, text: 'ME204 to Oslo leaves at 10:30.', at: now - 50_000 },
    ];
    expect(linked('cancel it', { recent })).toEqual(['b1']);
    expect(linked('cancel that flight', { recent })).toEqual(['b1']);
    expect(linked('and the other flight', { recent })).toEqual(['b2']);
    expect(linked('cancel it')).toEqual([]);
  });

  it('keeps the fact with the record', () => {
    expect(entities('remove my bag')).toContainEqual({
      kind: 'record',
      value: 'g1',
      fact: 'bags',
      text: 'bag',
    });
  });
});
