// C1–C9: below the threshold it asks, one thing at a time, and never what is known.
import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../shared/understanding.ts';
import { means, reading, records, type Scene, said, scene } from '../helpers/scene.ts';

const two = {
  intents: [
    { id: 'remove-bag', confidence: 0.5 },
    { id: 'cancel-flight', confidence: 0.4 },
  ],
};

describe('clarification', () => {
  it('C1 asks below the threshold and never acts on its best guess', () => {
    const s = scene();
    s.say('cancel my bag', reading(two));
    expect(s.all('proposed')).toHaveLength(0);
    const question = s.last('question');
    expect(question?.kind).toBe('clarify');
    expect(s.last('decided')?.because.find(({ rule }) => rule === 'C1')?.evidence).toMatchObject({
      threshold: 0.75,
    });
  });

  it('C2 asks when the two best are closer than the margin, whatever the score', () => {
    const s = scene();
    s.say(
      'x',
      reading({
        intents: [
          { id: 'remove-bag', confidence: 0.9 },
          { id: 'cancel-flight', confidence: 0.85 },
        ],
      }),
    );
    expect(s.last('question')?.kind).toBe('clarify');
    expect(s.last('decided')?.because.map(({ rule }) => rule)).toContain('C2');
  });

  it('C3 has one question open at most, and one question in a turn', () => {
    const s = scene();
    s.say('x', reading(two));
    s.say('y', reading({ intents: [{ id: 'complaint', confidence: 0.4 }] }));
    const open = s.events.reduce((ids, event) => {
      if (event.type === 'question') ids.add(event.id);
      if (event.type === 'answered' || event.type === 'lapsed') ids.delete(event.question);
      expect(ids.size).toBeLessThanOrEqual(1);
      return ids;
    }, new Set<string>());
    expect(open.size).toBe(1);
  });

  it('C4 offers two to four choices in the customer’s words, then “Something else”', () => {
    const s = scene();
    s.say('hm', means('complaint', 0.2));
    const choices = s.last('question')?.choices ?? [];
    expect(choices.length).toBeGreaterThanOrEqual(3);
    expect(choices.length).toBeLessThanOrEqual(5);
    expect(choices[0]?.label).toBe('Label of complaint');
    expect(choices.at(-1)).toMatchObject({ id: 'else', label: 'Something else' });
  });

  it('C5 takes a typed answer for the button', () => {
    const s = scene();
    s.say('x', reading(two));
    s.say('the first one', reading({ answer: { choice: 'remove-bag', whole: false } }));
    expect(s.last('answered')).toMatchObject({ choice: 'remove-bag', by: 'typed' });
    expect(s.last('proposed')?.action).toBe('remove-bag');
  });

  it('C5 asks an unclear answer once more, differently, and then brings a person', () => {
    const s = scene();
    s.say('x', reading(two));
    const first = s.last('question')?.text;
    s.say('purple', reading());
    expect(s.last('question')).toMatchObject({ again: true });
    expect(s.last('question')?.text).not.toBe(first);
    s.say('purple!', reading());
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('no-progress');
  });

  it('C6 takes an answer that is a new request as one, and lets the question lapse', () => {
    const s = scene();
    s.say('x', reading(two));
    const question = s.conversation.view.open;
    s.say('how is my booking', means('booking-status'));
    expect(s.last('lapsed')).toMatchObject({ question, why: 'new-request' });
    expect(said(s.events).at(-1)).toBe('flight ME204 is active.');
  });

  it('C7 brings a person instead of a third clarification without progress', () => {
    const s = scene();
    const moves = ['a', 'b', 'c'].map((text) => {
      const added = s.say(text, means('complaint', 0.3));
      return added.find(({ type }) => type === 'handoff' || type === 'question')?.type;
    });
    expect(moves).toEqual(['question', 'question', 'handoff']);
  });

  it('C7 brings a person when the same question comes again twice in other words', () => {
    const s = scene();
    for (const text of ['how much luggage', 'i mean how many bags', 'bags allowed???'])
      s.say(text, means('baggage-allowance'));
    expect(s.last('handoff')?.triggers[0]).toMatchObject({
      trigger: 'no-progress',
      evidence: { rephrased: 2 },
    });
  });

  it('C8 asks no “which one” where there is one', () => {
    const s = scene();
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.last('question')?.kind).toBe('confirm');
  });

  it('C8 takes a detail from the message instead of asking for it', () => {
    const s = scene();
    s.say(
      'move me to 9 December',
      means('change-flight', 0.95, { entities: [{ kind: 'date', value: '2026-12-09', text: '9 December' }] }),
    );
    expect(s.last('proposed')?.arguments).toEqual({ id: 'ME204', date: '2026-12-09' });
  });

  it('C8 asks for the one detail that is missing and goes on from a typed answer', () => {
    const s = scene();
    s.say('change my flight', means('change-flight'));
    expect(s.last('question')).toMatchObject({ kind: 'detail', text: 'To which day?' });
    s.say('9 December', reading({ entities: [{ kind: 'date', value: '2026-12-09', text: '9 December' }] }));
    expect(s.last('proposed')?.arguments).toEqual({ id: 'ME204', date: '2026-12-09' });
  });

  it('C9 does not offer what there is nothing for: without a booking “cancel” never means a flight', () => {
    const s = scene();
    s.facts = { bookings: records('bookings', [], s.now), bags: records('bags', [], s.now) };
    s.say('I need to cancel my bag', reading(two));
    const offered = s.all('question').flatMap(({ choices }) => choices.map(({ id }) => id));
    expect(offered).not.toContain('cancel-flight');
    expect(offered).not.toContain('remove-bag');
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.last('message')?.notice).toBe('nothing-to-act-on');
    expect(s.all('proposed')).toHaveLength(0);
  });

  it('C9 makes several objects the choices', () => {
    const s = scene();
    s.facts = {
      ...s.facts,
      bookings: records(
        'bookings',
        [
          { id: 'A', name: 'flight A' },
          { id: 'B', name: 'flight B' },
        ],
        s.now,
      ),
    };
    s.say('cancel my flight', means('cancel-flight'));
    expect(s.last('question')?.choices.map(({ label }) => label)).toEqual([
      'flight A',
      'flight B',
      'Something else',
    ]);
    s.press('B');
    expect(s.last('proposed')?.arguments).toEqual({ id: 'B' });
  });

  it('C9 lets the record that was named decide between two close readings', () => {
    const s = scene();
    const close = {
      intents: [
        { id: 'remove-bag', confidence: 0.86 },
        { id: 'cancel-flight', confidence: 0.8 },
      ],
    };
    s.say(
      'cancel my bag',
      reading({ ...close, entities: [{ kind: 'record', fact: 'bags', value: 'bag-1', text: 'my bag' }] }),
    );
    expect(s.last('proposed')?.action).toBe('remove-bag');
  });
});

describe('what is said in passing', () => {
  it.each(['negated', 'hypothetical', 'past', 'reported'] as const)(
    'D1 proposes nothing for what is %s',
    (guard) => {
      const s = scene();
      s.say('don’t cancel my flight', means('cancel-flight', 0.97, { guard }));
      expect(s.all('proposed')).toHaveLength(0);
    },
  );
});

it('D1 answers “what if” with what the confirmation would say, about the very thing, and proposes nothing', () => {
  const s = scene();
  s.say('what happens if I cancel?', means('cancel-flight', 0.9, { guard: 'hypothetical' }));
  expect(s.all('proposed')).toHaveLength(0);
  expect(said(s.events).at(-1)).toBe(
    'It will be gone. You get nothing back. It can be undone for ten minutes.',
  );
});

describe('several requests', () => {
  it('C3 takes one at a time and says that it will come back to the other', () => {
    const s = scene();
    s.say(
      'remove my bag and how is my booking',
      means('remove-bag', 0.9, { further: [{ id: 'booking-status', confidence: 0.9 }] }),
    );
    expect(s.all('question')).toHaveLength(1);
    expect(said(s.events).some((text) => text.includes('topic of booking-status'))).toBe(true);
    s.press('keep');
    expect(said(s.events).at(-1)).toBe('flight ME204 is active.');
  });

  it('C7 counts “something else” for no progress', () => {
    const s = scene();
    for (const text of ['a', 'b']) {
      s.say(text, means('cancel-flight', 0.5));
      s.press('else');
    }
    s.say('c', means('cancel-flight', 0.5));
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('no-progress');
  });

  it('C7 asks no third time before a destructive request that is almost sure', () => {
    const s = scene();
    for (const text of ['a', 'b']) {
      s.say(text, means('cancel-flight', 0.79));
      s.press('else');
    }
    s.say('c', means('cancel-flight', 0.79));
    expect(s.last('handoff')?.triggers[0]?.trigger).toBe('no-progress');
  });

  it.each(['past', 'reported', 'negated'] as const)(
    'D1 takes what is %s for no answer to a clarification',
    (guard) => {
      const s = scene();
      s.say('hm', means('cancel-flight', 0.5));
      s.say('it was cancelled', means('cancel-flight', 0.95, { guard }));
      expect(s.all('proposed')).toHaveLength(0);
    },
  );

  describe('C9 asks before what would take more than was named', () => {
    const bag = [{ kind: 'record' as const, fact: 'bags', value: 'bag-1', text: 'bag' }];
    const flight = [{ kind: 'record' as const, fact: 'bookings', value: 'ME204', text: 'flight' }];
    const both = (first: string, second: string, entities: Understanding['entities']) =>
      reading({
        intents: [
          { id: first, confidence: 0.97 },
          { id: second, confidence: 0.001 },
        ],
        entities,
      });
    /** The bag says which booking it belongs to. */
    function belonging(): Scene {
      const s = scene();
      const known = records('bags', [{ id: 'bag-1', name: 'bag on ME204' }], s.now);
      if (known.ok) known.records[0]!.value.reference = 'ME204';
      s.facts = { ...s.facts, bags: known };
      return s;
    }
    const choices = (s: Scene) => s.last('question')?.choices.map(({ id }) => id);

    it('C9 asks when a bag is named and the reading says the flight', () => {
      const s = belonging();
      s.say('cancel my bag', both('cancel-flight', 'remove-bag', bag));
      expect(s.all('proposed')).toHaveLength(0);
      expect(choices(s)).toEqual(['cancel-flight', 'remove-bag', 'else']);
    });

    it('C9 asks nothing when the part is meant and the whole is named beside it', () => {
      const s = belonging();
      s.say('take the bag off my flight', both('remove-bag', 'cancel-flight', [...bag, ...flight]));
      expect(s.last('proposed')?.action).toBe('remove-bag');
    });

    it('C9 asks nothing when only the whole is named', () => {
      const s = belonging();
      s.say('cancel my flight', both('cancel-flight', 'remove-bag', flight));
      expect(s.last('proposed')?.action).toBe('cancel-flight');
    });

    it('C9 asks nothing about a thing that is no part of it', () => {
      const s = scene();
      s.say('cancel my flight, not the bag', both('cancel-flight', 'remove-bag', [...bag, ...flight]));
      expect(s.last('proposed')?.action).toBe('cancel-flight');
    });
  });
});
