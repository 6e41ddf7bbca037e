// Documented of an airline's bot: "cancel my bag" cancelled the flight. Here in the words in which it may come.
import { describe, expect, it } from 'vitest';
import { type Incident, incident } from './incident.ts';

/** The flight is neither lost nor put up to be lost; what was meant is proposed or among the choices. */
async function staysWithTheBag(talk: Incident): Promise<void> {
  const proposed = talk.of('proposed').map(({ action }) => action);
  expect(proposed).not.toContain('cancel-flight');
  expect(talk.said()).not.toMatch(/about cancelling your flight/);
  const choices = ((await talk.question())?.choices ?? []).map(({ id }) => id);
  expect(
    proposed.includes('remove-bag') || choices.includes('remove-bag') || choices.includes('bag-201'),
  ).toBe(true);
  expect(await talk.effects()).toEqual([]);
}

describe('“cancel my bag” is never “cancel my flight”', () => {
  it('C9 proposes the bag, says that the flight stays, and takes nothing but the bag off', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('cancel my bag');
    expect(talk.of('proposed')).toMatchObject([{ action: 'remove-bag', arguments: { bag: 'bag-101' } }]);
    expect(talk.said()).toContain('stays booked');
    await talk.press('Remove bag from ME204');
    expect(await talk.effects()).toMatchObject([{ kind: 'remove-bag', subject: 'bag-101' }]);
    expect(talk.said()).toContain('Your flight is unchanged');
  });

  it.each(['cancel my bag', 'cancel my suitcase please', 'cancel'])(
    'C9 offers no flight to somebody who has none: “%s”',
    async (text) => {
      const talk = await incident('airline', 'cust-none');
      await talk.say(text);
      expect(talk.of('proposed')).toEqual([]);
      expect(talk.of('question').flatMap(({ choices }) => choices.map(({ id }) => id))).not.toContain(
        'cancel-flight',
      );
      expect(talk.said()).not.toMatch(/cancelling your flight/);
      expect(talk.of('message', talk.since()).length).toBeGreaterThan(0);
    },
  );

  it('C9 asks which bag where there are two, by what the customer knows of them', async () => {
    const talk = await incident('airline', 'cust-two');
    await talk.say('cancel my bag');
    expect((await talk.question())?.choices.map(({ label }) => label)).toEqual([
      '15 kg bag on ME118 to Stockholm',
      '23 kg bag on ME342 to Reykjavik',
      'Something else',
    ]);
    await talk.say('the one to Reykjavik');
    expect(talk.of('proposed')).toMatchObject([{ action: 'remove-bag', arguments: { bag: 'bag-202' } }]);
    await talk.press('keep');
    expect(await talk.effects()).toEqual([]);
  });

  it.each([
    'pls cancel my suitcse',
    'cancel bagg',
    'cancel teh bag',
    'i want 2 cancel the bag',
    'Cancel my BAG!!',
    'cancel the add-on, not the flight',
  ])('C9 stays with the bag in spite of typos and shouting: “%s”', async (text) => {
    const talk = await incident('airline', 'cust-one');
    await talk.say(text);
    await staysWithTheBag(talk);
  });

  it('C9 asks what a bare “cancel” is about where it could be more than one thing', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('cancel');
    const choices = ((await talk.question())?.choices ?? []).map(({ id }) => id);
    expect(choices).toEqual(expect.arrayContaining(['cancel-flight', 'remove-bag', 'else']));
    await talk.say('the bag');
    expect(talk.of('proposed').map(({ action }) => action)).toEqual(['remove-bag']);
  });

  it.each([
    [['hi', 'i need to cancel', 'my bag']],
    [['I need to cancel something', 'it is my bag', 'not the flight']],
    [['cancel', 'my', 'bag']],
  ])('C9 reads three messages in a row as one request: %j', async (texts) => {
    const talk = await incident('airline', 'cust-one');
    await talk.burst(texts);
    await staysWithTheBag(talk);
    expect(talk.of('decided', talk.since())).toHaveLength(1);
  });

  it('C9 reads what comes while the message before it is looked at together with it, and answers once', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.pass(60_000);
    const mark = talk.events.length;
    await talk.meanwhile({ write: 'cancel' }, () => talk.write('my bag'));
    const since = talk.events.slice(mark);
    expect(talk.of('decided', since)).toHaveLength(1);
    expect(talk.of('question', since)).toMatchObject([{ kind: 'confirm' }]);
    expect((await talk.conversation()).inside.pending).toEqual([]);
    expect(talk.said(since)).toMatch(/bag/);
  });

  it('C9 reads several messages as one request, however late their turn comes', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.burst(['cancel', 'my bag'], 1_000, 30_000);
    await staysWithTheBag(talk);
    expect(talk.of('decided', talk.since())).toHaveLength(1);
  });

  it('C9 reads all that was written while the page was cut off, however many messages it is', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.burst([
      'I need to cancel my bag.',
      'hello',
      'are you there?',
      'ok',
      'hm',
      'anyone?',
      'hello?',
      'please',
    ]);
    await staysWithTheBag(talk);
  });

  it('C9 reads by itself what was left unanswered long before the next message', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.burst(['i need to cancel my bag', 'hello, are you there?'], 60_000);
    await staysWithTheBag(talk);
    const messages = talk.of('message').filter(({ from }) => from === 'customer');
    expect(talk.of('understood').map(({ message }) => message)).toEqual(messages.map(({ seq }) => seq));
    expect((await talk.conversation()).inside.pending).toEqual([]);
  });

  it('C6 keeps the two apart when one follows the other', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('I want to cancel my flight');
    await talk.say('no wait, I meant: remove the bag from my booking');
    await talk.press('do');
    expect((await talk.effects()).map(({ kind }) => kind)).toEqual(['remove-bag']);
  });
});
