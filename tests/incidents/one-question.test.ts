// Documented: two questions stacked in one turn, and a "yes" that was taken for the answer to an older one.
import { describe, expect, it } from 'vitest';
import { incident } from './incident.ts';

describe('one question at a time, and an answer belongs to the one that is open', () => {
  it.each([
    ['cust-two', 'change my flight and cancel one of my bags'],
    ['cust-two', 'cancel one flight and one bag'],
    ['cust-two', 'I need to cancel and also change something'],
    ['cust-one', 'cancel my bag and change my phone number and my e-mail address'],
  ])('C3 asks %s one thing about “%s”', async (customer, text) => {
    const talk = await incident('airline', customer);
    await talk.say(text);
    expect(talk.of('question', talk.since())).toHaveLength(1);
    expect((await talk.question())?.id).toBe(talk.of('question').at(-1)?.id);
    const asked = talk.of('message', talk.since()).filter(({ text: said }) => said.includes('?'));
    expect(asked).toEqual([]);
  });

  it('C3 comes back to what was asked second, when the first is settled', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('change my flight to 12 December and cancel my bag');
    expect(talk.said()).toMatch(/also asked about removing a bag/);
    await talk.press('keep');
    expect(talk.of('proposed').map(({ action }) => action)).toEqual(['change-flight', 'remove-bag']);
    expect(await talk.effects()).toEqual([]);
  });

  it('D3 takes a “yes” for no confirmation of a card that was left for another question', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('I want to cancel my flight');
    await talk.say('what is the baggage allowance?');
    expect(talk.said()).toContain('Nothing was done');
    for (const yes of ['yes', 'ok do it', 'yes please']) await talk.say(yes);
    expect(talk.of('confirmed')).toEqual([]);
    expect(await talk.effects()).toEqual([]);
    expect(talk.said()).toMatch(/no question open/);
  });

  it.each([
    [['cancel my order', 'and how do returns work with you?', 'yes']],
    [['please cancel both of them', 'yes, only not the second one']],
    [['cancel my order', 'yes… hm, hold on, don’t']],
    [['cancel', 'ok?']],
    [['delete my whole account', 'yes yes yes yes']],
    [['cancel my order', 'Cancel order KK-20417: Copper kettle?']],
    [['cancel my order', 'YES']],
    [['cancel my order', 'Cancel order']],
  ])('D4 runs nothing on %j', async (texts) => {
    const talk = await incident('shop', 'cust-one');
    for (const text of texts) {
      await talk.say(text);
      expect(
        talk.of('message', talk.since()).length + talk.of('question', talk.since()).length,
      ).toBeGreaterThan(1);
    }
    expect(talk.of('confirmed')).toEqual([]);
    expect(await talk.effects()).toEqual([]);
    const open = await talk.question();
    if (open?.kind === 'confirm') expect(open.card?.title).toContain('KK-20417');
  });

  it('D4 shows the very same card for a yes, and lets its button decide', async () => {
    const talk = await incident('shop', 'cust-one');
    await talk.say('cancel my order');
    const before = await talk.question();
    for (const text of ['yes', 'ok', 'yes but not that one']) {
      await talk.say(text);
      expect(await talk.question()).toEqual(before);
    }
    await talk.say('Cancel order KK-20417');
    expect((await talk.effects()).map(({ kind }) => kind)).toEqual(['cancel-order']);
  });

  it.each(['no', 'please don’t cancel it', 'no, leave it as it is', 'don’t do it'])(
    'D4 takes “%s” for a no',
    async (text) => {
      const talk = await incident('shop', 'cust-one');
      await talk.say('cancel my order');
      await talk.say(text);
      expect(await talk.question()).toBeUndefined();
      expect(talk.of('message').at(-1)?.notice).toBe('kept');
      expect(await talk.effects()).toEqual([]);
    },
  );
});
