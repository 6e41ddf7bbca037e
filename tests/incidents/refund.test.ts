// Documented: a refund given for what could not be refunded, because the intent was misread; "refund" answered
// with the returns policy; a bot that said "refunded" and had not.
import { describe, expect, it } from 'vitest';
import { incident } from './incident.ts';

const noMoney = /\b(?:has been|have been|was|is) refunded\b|\brefunded you\b|on its way back/i;

describe('a refund is what the books say', () => {
  it.each([
    ['cust-one', 'refund my copper kettle'],
    ['cust-one', 'I want to return the kettle and get my money back'],
    ['cust-two', 'return the bowls'],
    ['cust-two', 'I want a refund for the bowls'],
  ])('C9 proposes nothing for what is not eligible: %s, “%s”', async (customer, text) => {
    const talk = await incident('shop', customer);
    await talk.say(text);
    for (const { action, object } of talk.of('proposed')) {
      // The kettle and the bowls are being packed: neither can be sent back, nor anything else in their place.
      expect(action).not.toBe('return-item');
      expect(object).not.toMatchObject({ item: 'Pour-over stand' });
    }
    expect(talk.said()).not.toMatch(noMoney);
    expect(await talk.effects()).toEqual([]);
  });

  it('C9 does not send the one back when the other was named', async () => {
    const talk = await incident('shop', 'cust-two');
    await talk.say('send back the bowls, they are too small');
    expect(talk.of('proposed')).toEqual([]);
    expect(talk.said()).toContain('nothing there that this could apply to');
  });

  it.each(['refund', 'refund please', 'where is my refund?'])(
    'K1 answers “%s” from the customer’s own records, not from the policy',
    async (text) => {
      for (const business of ['shop', 'airline'] as const) {
        const talk = await incident(business, 'cust-one');
        await talk.say(text);
        expect(talk.said()).toMatch(/no refund under way/);
        expect(talk.of('message', talk.since()).flatMap(({ articles }) => articles ?? [])).toEqual([]);
      }
    },
  );

  it.each(['i need to cancel, my bag', 'cancel something for me'])(
    'K1 answers no request to do something with a policy: “%s”',
    async (text) => {
      const talk = await incident('airline', 'cust-one');
      await talk.say(text);
      expect(talk.of('message', talk.since()).flatMap(({ articles }) => articles ?? [])).toEqual([]);
    },
  );

  it('D7 says “on its way back” only when it is, with the sum that the business named', async () => {
    const talk = await incident('shop', 'cust-one');
    await talk.say('cancel my order');
    expect(talk.said()).not.toMatch(noMoney);
    await talk.press('do');
    expect(talk.said()).toContain('€84.00 is on its way back to you');
    expect((await talk.effects()).map(({ kind }) => kind)).toEqual(['cancel-order']);
  });

  it.each([
    ['refuses', { kind: 'error', status: 409 }, 'failure', /nothing was changed/],
    ['breaks down after it was done', { kind: 'error', after: true }, 'unknown-outcome', /don’t know yet/],
    ['answers with something else', { kind: 'html' }, 'unknown-outcome', /don’t know yet/],
  ])('D6 claims nothing when the business %s', async (_, fault, trigger, words) => {
    const talk = await incident('shop', 'cust-one');
    await talk.say('cancel my order');
    await talk.fault({ endpoint: 'POST /orders/*/cancel', ...fault });
    // Nor can it say afterwards what it did: else the truth would be told.
    await talk.fault({ endpoint: 'GET /answers/*', kind: 'error' });
    await talk.press('do');
    expect(talk.said()).toMatch(words);
    expect(talk.said()).not.toMatch(/is cancelled|on its way back/);
    expect(talk.of('message').filter(({ receipt }) => receipt)).toEqual([]);
    expect(talk.of('handoff')[0]?.triggers[0]?.trigger).toBe(trigger);
  });
});
