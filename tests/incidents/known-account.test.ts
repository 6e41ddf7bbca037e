// Documented: a bot that asks for the booking number, the e-mail and the name which the account has had all along.
import { describe, expect, it } from 'vitest';
import { incident } from './incident.ts';

const asksForAccount =
  /(?:your|the) (?:booking|order|customer|account) (?:number|reference|id)|your (?:full )?name|confirm your/i;

describe('what the account knows is not asked', () => {
  it.each([
    ['airline', 'cust-one', 'I want to cancel my flight', 'cancel-flight'],
    ['airline', 'cust-one', 'please take the bag off my booking', 'remove-bag'],
    ['shop', 'cust-one', 'cancel my order', 'cancel-order'],
    ['shop', 'cust-two', 'cancel my subscription', 'cancel-subscription'],
  ] as const)(
    'C8 goes from the request to the card: %s %s “%s”',
    async (business, customer, text, action) => {
      const talk = await incident(business, customer);
      await talk.say(text);
      expect(talk.of('question').map(({ kind }) => kind)).toEqual(['confirm']);
      expect(talk.of('proposed').map((event) => event.action)).toEqual([action]);
      expect(talk.said()).not.toMatch(asksForAccount);
    },
  );

  it('C8 asks no question where the message names the one of two', async () => {
    const talk = await incident('airline', 'cust-two');
    await talk.say('cancel my flight to Stockholm');
    expect(talk.of('question').map(({ kind }) => kind)).toEqual(['confirm']);
    expect(talk.of('proposed')).toMatchObject([{ arguments: { reference: 'H3T8WZ' } }]);
  });

  it('C8 asks only for what nobody can know', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('change my flight to another day');
    expect((await talk.question())?.kind).toBe('detail');
    expect(talk.said()).not.toMatch(asksForAccount);
    await talk.say('12 December');
    expect(talk.of('proposed')).toMatchObject([
      { action: 'change-flight', arguments: { reference: 'Q7K2MX', date: '2026-12-12' } },
    ]);
  });

  it('C8 does not ask again for what was said in the same breath', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('please change my flight to 12 December');
    expect(talk.of('question').map(({ kind }) => kind)).toEqual(['confirm']);
  });

  it('C8 answers from the account without a question', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('is my flight on time?');
    expect(talk.of('question')).toEqual([]);
    expect(talk.said()).toContain('ME204');
  });
});
