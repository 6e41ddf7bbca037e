// C8: a detail is taken from what the message names, of its kind, the first one of it.
import { expect, it } from 'vitest';
import { detailAnswer, detailsIn } from '../../server/decide/details.ts';
import type { Detail } from '../../server/site/site.ts';
import type { Entity } from '../../shared/understanding.ts';

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
