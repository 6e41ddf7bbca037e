// The tour's stops about what words are filled with, what is asked of the business, and where rules look closely.
import type { Site } from '../../server/site/site.ts';
import { means, records, type Scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';
import { claim, date, record, type Stop, two } from './tour-stage.ts';

const words = { en: '{object_name}/{name}/{status}/{customer_name}/{details_date}/{date}' };
const receipt = { en: `${words.en}/{arguments_id}/{result_fee}/{reference}` };
const undone = receipt;
const ahead = { en: '{object_name}/{name}/{customer_name}' };
/** Every text shows every value; `change-flight` may be undone, and needs nothing on `when`. */
const telling: Partial<Site> = {
  actions: testSite().actions.map(({ when: _, ...action }) => ({
    ...action,
    confirm: { title: words, effect: words, undoable: words, do: words, keep: words },
    receipt,
    undo: {
      request: { method: 'POST', url: '{api}/undo', headers: {} },
      window: 600_000,
      label: undone,
      receipt: undone,
    },
  })),
};
const when = (test: (variables: Record<string, unknown>) => boolean) => ({ source: 'told here', test });
/** What a condition was given, as the text of an error that nothing swallows. */
const spying = (seen: string[]): Partial<Site> => ({
  actions: testSite().actions.map((action) => ({
    ...action,
    when: when((given) => {
      seen.push(`action ${JSON.stringify(given)}`);
      return true;
    }),
  })),
  intents: testSite().intents.map((intent) => ({
    ...intent,
    when: when((given) => {
      seen.push(`intent ${JSON.stringify(given)}`);
      return intent.id !== 'complaint';
    }),
  })),
});
const listed: string[] = [];
const flown = (s: Scene) => {
  s.facts = {
    bookings: records('bookings', [{ id: 'ME204', name: 'flight ME204' }], s.now),
    bags: records(
      'bags',
      [
        { id: 'bag-1', name: 'ME204' },
        { id: 'bag-2', name: 'ME204' },
      ],
      s.now,
    ),
  };
};

export const values: Stop[] = [
  { name: 'the first line', whole: true, go: () => undefined },
  { name: 'the first line, to nobody known', whole: true, anonymous: true, go: () => undefined },
  {
    name: 'the first line, efficiently',
    whole: true,
    site: { empathy: { opener: 'efficient', bufferTurns: 1 } },
    go: () => undefined,
  },
  {
    name: 'a card, its receipt and its undo, with all they may say',
    site: telling,
    go: (s) => {
      s.outcome = () => ({ outcome: 'done', reference: 'R-7', result: { fee: 12 } });
      s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.press('do');
      s.ask('undo', { proposal: s.last('proposed')?.proposal ?? '' });
    },
  },
  {
    name: 'a receipt without a reference, after the claim',
    site: telling,
    go: (s) => {
      s.say('move', means('change-flight', 0.9, { entities: date('2026-12-09') }));
      s.outcome = () => {
        claim(s);
        return { outcome: 'done', result: { fee: 1 } };
      };
      s.press('do');
      s.outcome = () => ({ outcome: 'done', result: { fee: 2 } });
      s.ask('undo', { proposal: s.last('proposed')?.proposal ?? '' });
    },
  },
  {
    name: 'after the claim, the second of two requests stays where it is',
    go: (s) => {
      s.say('both', means('cancel-flight', 0.9, { further: [{ id: 'booking-status', confidence: 0.9 }] }));
      s.outcome = () => {
        claim(s);
        return { outcome: 'done', reference: 'R-1' };
      };
      s.press('do');
    },
  },
  {
    name: 'what may be foreseen',
    site: {
      actions: testSite().actions.map((action) => ({
        ...action,
        confirm: { ...action.confirm, effect: ahead, undoable: { ...ahead, de: 'Nur hier' } },
      })),
    },
    go: (s) => s.say('if I cancelled', means('cancel-flight', 0.75, { guard: 'hypothetical' })),
  },
  {
    name: 'foreseen of one of two, and of neither',
    go: (s) => {
      two(s);
      const read = (id?: string) =>
        means('cancel-flight', 0.9, {
          guard: 'hypothetical',
          ...(id ? { entities: record('bookings', id) } : {}),
        });
      s.say('if I cancelled ME118', read('ME118'));
      s.say('if I cancelled', read());
    },
  },
  {
    name: 'not foreseen: unsure, with details, with nothing to act on',
    go: (s) => {
      s.say('if', means('cancel-flight', 0.74, { guard: 'hypothetical' }));
      s.say('if I moved', means('change-flight', 0.9, { guard: 'hypothetical' }));
      s.facts = { ...s.facts, bookings: records('bookings', [], s.now) };
      s.say('if I cancelled', means('cancel-flight', 0.9, { guard: 'hypothetical' }));
    },
  },
  {
    name: 'what conditions are given',
    site: spying(listed),
    go: (s) => {
      listed.length = 0;
      s.facts = { ...s.facts, others: { ok: false, why: 'failed' } };
      s.say('cancel', means('cancel-flight'));
      s.say('complain', means('complaint'));
      s.happen({ type: 'noted', by: { id: 'a', name: 'A' }, text: [...new Set(listed)].sort().join('; ') });
    },
  },
  {
    name: 'a bag by its booking, and two bags by theirs',
    go: (s) => {
      flown(s);
      s.say('the bag on ME204', means('remove-bag', 0.9, { entities: record('bookings', 'ME204') }));
      s.press('bag-2');
    },
  },
  {
    name: 'a record of a kind that has nothing to do with it',
    go: (s) => {
      s.facts = { ...s.facts, seats: records('seats', [{ id: '12A', name: 'seat' }], s.now) };
      s.say('cancel 12A', means('cancel-flight', 0.9, { entities: record('seats', '12A') }));
    },
  },
  {
    name: 'a record whose kind could not be looked up',
    go: (s) => {
      s.facts = { ...s.facts, seats: { ok: false, why: 'failed' } };
      s.say('cancel 12A', means('cancel-flight', 0.9, { entities: record('seats', '12A') }));
    },
  },
  {
    name: 'a word that is the id of a record, and is none',
    go: (s) => {
      two(s);
      const word = [{ kind: 'word' as const, value: 'ME118', text: 'ME118' }];
      s.say('ME118', means('cancel-flight', 0.9, { entities: word }));
    },
  },
];
