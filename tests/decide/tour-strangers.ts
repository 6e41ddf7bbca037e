// The tour's stops about what a customer names that none of theirs bears, and what they said before a question.
import type { Entity } from '../../shared/understanding.ts';
import { means, reading, records } from '../helpers/scene.ts';
import { both, date, none, record, type Stop, two } from './tour-stage.ts';

export const strangers: Stop[] = [
  {
    name: 'a reference that is none of theirs, and then the one that they meant',
    go: (s) => {
      s.say('cancel X1', both(0.96, 0.02, { entities: [{ kind: 'reference', value: 'X1', text: 'X1' }] }));
      s.press('ME204');
    },
  },
  {
    name: 'a name that is none of theirs, of a flight and of its bag',
    go: (s) => {
      const lisbon: Entity = { kind: 'word', fact: 'bookings', value: 'lisbon', text: 'Lisbon' };
      s.say('my flight to Lisbon?', means('booking-status', 0.9, { entities: [lisbon] }));
      s.say('hm', reading());
      s.press('ME204');
      s.say('my bag to Lisbon', means('remove-bag', 0.9, { entities: [lisbon] }));
    },
  },
  {
    name: 'a stranger beside one of theirs, and a name of another kind',
    go: (s) => {
      const strange: Entity[] = [{ kind: 'reference', value: 'X1', text: 'X1' }];
      s.say(
        'cancel ME204, not X1',
        both(0.96, 0.02, { entities: [...record('bookings', 'ME204'), ...strange] }),
      );
      const name: Entity = { kind: 'word', fact: 'bags', value: 'red', text: 'red' };
      s.say('my red bag', means('cancel-flight', 0.9, { entities: [name] }));
    },
  },
  {
    name: 'a reference as it stands in what is known of them, written otherwise',
    go: (s) => {
      const as = (value: string): Entity[] => [{ kind: 'reference', value, text: value }];
      const bookings = records('bookings', [{ id: 'ME204', name: 'Order 77-12 A' }], s.now);
      s.facts = { ...s.facts, bookings };
      s.say('status of ME-204', means('booking-status', 0.9, { entities: as('ME-204') }));
      s.say('and 7712a', means('booking-status', 0.9, { entities: as('7712A') }));
      s.say('and 7713', means('booking-status', 0.9, { entities: as('7713') }));
    },
  },
  {
    name: 'two references that are none of theirs, while their bags are not known',
    go: (s) => {
      s.facts = { ...s.facts, bags: { ok: false, why: 'failed' } };
      const strange = ['X1', 'X2'].map((value): Entity => ({ kind: 'reference', value, text: value }));
      s.say('status of X1 and X2', means('booking-status', 0.9, { entities: strange }));
    },
  },
  {
    name: 'what was said before a clarification is not asked after it',
    go: (s) => {
      two(s);
      const said = [...date('2026-12-04'), ...record('bookings', 'ME118')];
      s.say('my Friday, ME118', means('change-flight', 0.5, { entities: said }));
      s.say('hm', reading());
      s.press('change-flight');
    },
  },
  {
    name: 'an answer about one of theirs, beside a reference that is not',
    go: (s) => {
      const named: Entity[] = [
        ...record('bookings', 'ME204'),
        { kind: 'reference', value: 'X1', text: 'X1' },
      ];
      s.say('status of ME204 and X1', means('booking-status', 0.9, { entities: named }));
    },
  },
  {
    name: 'a reference that is not theirs, of who has nothing to act on',
    go: (s) => {
      none(s);
      const strange: Entity[] = [{ kind: 'reference', value: 'X1', text: 'X1' }];
      s.say('cancel X1', means('cancel-flight', 0.9, { entities: strange }));
      s.say('status of X1', means('booking-status', 0.9, { entities: strange }));
    },
  },
  {
    name: 'two of theirs named before a clarification are asked about after it',
    go: (s) => {
      two(s);
      const said = [...record('bookings', 'ME204'), ...record('bookings', 'ME118')];
      s.say('ME204 and ME118', means('cancel-flight', 0.5, { entities: said }));
      s.press('cancel-flight');
    },
  },
  {
    name: 'one of two, named where nothing is sure enough to be done, is not asked for after it',
    go: (s) => {
      two(s);
      s.say('cancel ME118', means('cancel-flight', 0.78, { entities: record('bookings', 'ME118') }));
      s.press('cancel-flight');
    },
  },
  {
    name: 'one of two, named in talk of what is past, is not asked for after it',
    go: (s) => {
      two(s);
      const named = record('bookings', 'ME118');
      s.say('I cancelled ME118', means('cancel-flight', 0.9, { guard: 'past', entities: named }));
      s.press('cancel-flight');
    },
  },
  {
    name: 'which of two, and then there is none left to choose',
    go: (s) => {
      two(s);
      s.say('cancel', means('cancel-flight', 0.96));
      none(s);
      s.say('hm', reading());
    },
  },
];
