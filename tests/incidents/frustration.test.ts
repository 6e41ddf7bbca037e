// Documented: a bot that jumped to a resolution within two turns and never said a word about how the customer felt.
import { describe, expect, it } from 'vitest';
import { incident } from './incident.ts';

const angry =
  'This is ridiculous, I have been waiting for three weeks for my refund and nobody answers. I am so angry!!';

describe('frustration is reflected before anything is resolved', () => {
  it('E2 names the feeling and the topic before the answer', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say(angry);
    const [first] = talk.of('message', talk.since()).filter(({ from }) => from === 'assistant');
    expect(first?.acknowledges).toEqual({ feeling: 'frustration', topic: 'refund-status' });
    expect(first?.text).toMatch(/sorry/i);
  });

  it('E1 does not greet away the acknowledgement that the request is owed', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('hi');
    await talk.say('where is my refund?');
    const [first] = talk.of('message', talk.since()).filter(({ from }) => from === 'assistant');
    expect(first?.acknowledges).toEqual({ topic: 'refund-status' });
  });

  it('E3 does not rush an angry customer into a step that cannot be undone', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say(
      'I am so angry with you! You are useless and nobody ever answers! Move my flight to 12 December!!',
    );
    expect(talk.of('proposed')).toEqual([]);
    expect(talk.said()).toMatch(/sorry/i);
  });

  it('H1 brings a person when it goes on, with what was seen, and says so', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say(angry);
    await talk.say('Are you kidding me? This is the worst service ever, I am furious!');
    expect(talk.of('handoff')).toMatchObject([{ triggers: [{ trigger: 'frustration' }] }]);
    expect(talk.of('ran')).toEqual([]);
  });

  it('E4 tells nobody that they are upset who is not', async () => {
    const talk = await incident('airline', 'cust-one');
    await talk.say('Hello! Could you please tell me where my refund is? Thanks a lot');
    expect(talk.of('message').flatMap(({ acknowledges }) => acknowledges?.feeling ?? [])).toEqual([]);
    expect(talk.said()).not.toMatch(/sorry/i);
  });
});
