// C5, C9: what is named stands against what the reading would destroy, and two names are no answer.
import { expect, it } from 'vitest';
import { means, reading, records, scene } from '../helpers/scene.ts';

it('C9 asks where a bag was named and the reading says the flight, also when bags do not name their booking', () => {
  const s = scene();
  const bag = { kind: 'record' as const, fact: 'bags', value: 'bag-1', text: 'my bag' };
  const intents = [
    { id: 'cancel-flight', confidence: 0.96 },
    { id: 'remove-bag', confidence: 0.02 },
  ];
  s.say('cancel my bag', reading({ intents, entities: [bag] }));
  expect(s.all('proposed')).toEqual([]);
  const offered = s.last('question')?.choices.map(({ id }) => id);
  expect(offered).toEqual(['cancel-flight', 'remove-bag', 'else']);
});

it('C5 takes no answer that names two of the choices for one of them', () => {
  const s = scene();
  const flights = [
    { id: 'ME204', name: 'flight ME204' },
    { id: 'ME118', name: 'flight ME118' },
  ];
  s.facts = { ...s.facts, bookings: records('bookings', flights, s.now) };
  s.say('cancel my flight', means('cancel-flight'));
  const named = flights.map(({ id }) => ({
    kind: 'record' as const,
    fact: 'bookings',
    value: id,
    text: id,
  }));
  s.say('ME204 or ME118, which is cheaper?', reading({ entities: named }));
  expect(s.all('proposed')).toEqual([]);
  expect(s.last('question')).toMatchObject({ kind: 'detail', again: true });
  s.say('ME118 then', reading({ entities: named.slice(1) }));
  expect(s.last('proposed')?.arguments).toEqual({ id: 'ME118' });
});
