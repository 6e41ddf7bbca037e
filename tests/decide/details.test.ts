// C8: a detail is taken from what the message names, of its kind, the first one of it, or from what was said before.
import { describe, expect, it } from 'vitest';
import { detailAnswer } from '../../server/decide/details.ts';
import { detailsIn } from '../../server/decide/said-with.ts';
import type { Detail } from '../../server/site/site.ts';
import type { Entity } from '../../shared/understanding.ts';
import { means, records, type Scene, scene } from '../helpers/scene.ts';

const detail = (kind: Detail['kind']): Detail => ({
  id: `the-${kind}`,
  kind,
  question: { en: '?' },
  choices: [],
});
const entities: Entity[] = (['date', 'email', 'phone', 'number', 'date'] as const).map((kind, n) => ({
  kind,
  value: `${kind} ${n}`,
  text: kind,
}));

it('C8 takes each kind of detail from the entity of that kind, and leaves out what is not there', () => {
  const kinds = (['date', 'email', 'phone', 'number', 'text', 'choice'] as const).map(detail);
  expect(detailsIn(kinds, entities)).toEqual({
    'the-date': 'date 0',
    'the-email': 'email 1',
    'the-phone': 'phone 2',
    'the-number': 'number 3',
  });
  expect(detailsIn(kinds, [])).toEqual({});
});

it('C8 takes free text as it stands, without the space around it', () => {
  expect(detailAnswer(detail('text'), '  by the door ', [])).toBe('by the door');
  expect(detailAnswer(detail('text'), '  ', [])).toBeUndefined();
  expect(detailAnswer(detail('email'), 'x', entities)).toBe('email 1');
  expect(detailAnswer(detail('choice'), 'x', entities)).toBeUndefined();
});

describe('what was said before', () => {
  const day = { kind: 'date' as const, value: '2026-12-09', text: 'the 9th' };
  const two = (s: Scene) => {
    const flights = [
      { id: 'ME204', name: 'flight ME204' },
      { id: 'ME118', name: 'flight ME118' },
    ];
    s.facts = { ...s.facts, bookings: records('bookings', flights, s.now) };
  };
  const move = (s: Scene, ...named: Entity[]) =>
    s.say('move my flight', means('change-flight', 0.95, { entities: named }));
  const dates = (s: Scene) => s.all('proposed').map(({ details }) => details?.date);

  it('C8 is not asked again where another question came in between', () => {
    const s = scene();
    two(s);
    move(s, day);
    s.say('what is the allowance', means('baggage-allowance'));
    s.say('cancel', means('cancel-flight', 0.6));
    s.press('else');
    move(s);
    s.press('ME118');
    expect(s.last('proposed')).toMatchObject({ details: { date: '2026-12-09' }, arguments: { id: 'ME118' } });
  });

  it('C8 gives way to what is said now', () => {
    const s = scene();
    two(s);
    move(s, day);
    s.say('what is the allowance', means('baggage-allowance'));
    move(
      s,
      { kind: 'record', fact: 'bookings', value: 'ME118', text: 'ME118' },
      { ...day, value: '2026-12-10' },
    );
    expect(dates(s)).toEqual(['2026-12-10']);
  });

  it('C8 is kept of a card that lapsed, and is asked anew once one was decided', () => {
    const s = scene();
    move(s, day);
    s.say('status', means('booking-status'));
    move(s);
    expect(dates(s)).toEqual(['2026-12-09', '2026-12-09']);
    s.press('keep');
    move(s);
    expect(dates(s)).toHaveLength(2);
    expect(s.last('question')).toMatchObject({ kind: 'detail', pending: { details: {} } });
  });

  it('C8 is of one request, and of no other', () => {
    const s = scene();
    move(s, day);
    s.say('remove my bag', means('remove-bag'));
    expect(s.last('proposed')).toMatchObject({ intent: 'remove-bag', details: {} });
    move(s);
    expect(s.last('proposed')).toMatchObject({ intent: 'change-flight', details: { date: '2026-12-09' } });
  });
});
