// Documented: a transfer that was announced and never happened; a bot that talked over the person; a conversation
// that came back from a person only to be handed off again at once.
import { describe, expect, it } from 'vitest';
import { incident } from './incident.ts';

const furious = [
  'This is ridiculous, three weeks and nobody answers, I am so angry!!',
  'Are you kidding me? This is the worst service ever, I am furious!',
];

describe('a handoff is real', () => {
  it('H2 puts the conversation into the line that agents see, in the same write that announces it', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await talk.say('I want to talk to a real person');
    const [announced] = talk.of('handoff');
    expect(announced?.text).toMatch(/A person is coming.*number 1 in line/);
    expect((await talk.conversation()).view.status).toBe('waiting');
    expect(await talk.waiting()).toHaveLength(1);
    await mia.claim();
    await mia.reply('Hello, this is Mia.');
    expect((await talk.conversation()).view.agent?.name).toBe('Mia');
    expect(talk.said()).toContain('this is Mia');
  });

  it('H4 announces nobody when nobody is there, and keeps the place until someone is', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('let me speak to a human');
    expect(talk.of('handoff')[0]?.text).toMatch(/Nobody is on duty/);
    expect(talk.said()).not.toMatch(/is coming/);
    await talk.say('hello? anyone?');
    expect(talk.said()).toMatch(/place is kept/);
    const mia = await talk.agent('Mia');
    await mia.claim();
    expect((await talk.conversation()).view.status).toBe('claimed');
  });

  it('N1 states the wait to whoever asks whether anybody is still there', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.agent('Mia');
    await talk.human();
    await talk.say('qwertz?');
    expect(talk.said()).toMatch(/number 1 in line/);
    expect(talk.of('handoff')).toHaveLength(1);
  });

  it('H7 drops a reply in the making when a person claims meanwhile', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await talk.human();
    const release = talk.hold();
    await talk.write('what is the status of my booking?');
    await mia.claim();
    release();
    await talk.settled();
    const claimed = talk.of('claimed')[0]!.seq;
    const after = talk.events.filter(({ seq }) => seq > claimed);
    expect(talk.of('message', after).filter(({ from }) => from === 'assistant')).toEqual([]);
    expect(talk.of('question', after)).toEqual([]);
  });

  it('D3 tells the customer that nothing was done when a person comes while the pressed button is looked at', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await talk.say('I need to cancel my bag');
    await talk.pass(60_000);
    await talk.meanwhile({ press: 'do' }, mia.takeOver);
    expect(talk.of('decided').at(-1)).toMatchObject({ move: 'overtaken' });
    expect(talk.of('message').at(-1)).toMatchObject({ from: 'system', notice: 'lapsed' });
    expect(await talk.effects()).toEqual([]);
  });

  it('N1 starts the agent’s clock for a message that something else came into while it was read', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await mia.takeOver();
    await mia.reply('Hello, this is Mia.');
    await talk.pass(2 * talk.site.limits.agent);
    await talk.meanwhile({ write: 'and my other bag?' }, () => mia.note('She has two.'));
    expect((await talk.conversation()).inside.pending).toEqual([]);
    await talk.pass(talk.site.limits.agent);
    expect(talk.of('nudged')).toHaveLength(1);
  });

  it('H7 leaves to the person what was said to the assistant before they came, also once it is back', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await talk.pass(60_000);
    await talk.meanwhile({ write: 'I need to cancel my bag' }, mia.takeOver);
    await mia.reply('Your bag is cancelled.');
    await mia.giveBack();
    await talk.say('thank you');
    expect(talk.of('question')).toEqual([]);
    expect(talk.of('proposed')).toEqual([]);
  });

  it('H7 leaves everything that is said after the claim to the person', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    await talk.say('I want to cancel my flight');
    await talk.human();
    await mia.claim();
    for (const text of ['cancel my bag', 'hello', 'I want to talk to a person', 'yes']) await talk.say(text);
    const claimed = talk.of('claimed')[0]!.seq;
    const after = talk.events.filter(({ seq }) => seq > claimed);
    expect(talk.of('message', after).map(({ from }) => from)).toEqual(Array(4).fill('customer'));
    expect(talk.of('proposed', after)).toEqual([]);
    expect(await talk.effects()).toEqual([]);
  });

  it('H11 does not hand off again on what a person has already answered', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    for (const text of furious) await talk.say(text);
    expect(talk.of('handoff')).toHaveLength(1);
    await mia.claim();
    await mia.reply('I am sorry. It has been sent now.');
    await mia.giveBack();
    expect(talk.of('message').at(-1)).toMatchObject({ from: 'assistant', notice: 'returned' });
    await talk.say('ok. what is the baggage allowance?');
    await talk.say('and is my flight on time?');
    expect(talk.of('handoff')).toHaveLength(1);
    expect((await talk.conversation()).view.status).toBe('assistant');
  });

  it('N2 goes on with the assistant when a resolved conversation is reopened', async () => {
    const talk = await incident('airline', 'cust-one');
    const mia = await talk.agent('Mia');
    for (const text of furious) await talk.say(text);
    await mia.claim();
    await mia.resolve('solved');
    await talk.say('one more thing: what is the baggage allowance?');
    expect(talk.of('message').at(-1)?.articles).toMatchObject([{ id: 'baggage' }]);
  });
});
