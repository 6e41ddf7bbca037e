// N1 after a claim: an agent who has the conversation answers, or it goes on without them.
import { expect, it } from 'vitest';
import { reading, type Scene, scene } from '../helpers/scene.ts';

const minute = 60_000;

function claimed(): Scene {
  const s = scene();
  s.ask('human');
  s.happen({ type: 'claimed', agent: { id: 'a', name: 'Mia' } });
  return s;
}

const clock = (s: Scene, ref: string) => s.take({ kind: 'timer', name: 'agent-clock', ref });

it('N1 nudges the agent, then tells the customer, then puts the conversation back', () => {
  const s = claimed();
  s.now += 2 * minute;
  expect(clock(s, 'nudge').some(({ type }) => type === 'nudged')).toBe(true);
  s.now += 2 * minute;
  clock(s, 'tell');
  expect(s.last('message')).toMatchObject({ from: 'system', notice: 'agent-late' });
  expect(s.last('message')?.text).toContain('Mia');
  s.now += 2 * minute;
  clock(s, 'requeue');
  expect(s.last('decided')?.move).toBe('agent-requeue');
});

it('N1 leaves an agent alone who has answered', () => {
  const s = claimed();
  s.happen({ type: 'message', from: 'agent', name: 'Mia', text: 'Hello' });
  s.now += 5 * minute;
  expect(clock(s, 'nudge')).toEqual([]);
});

it('N1 counts from the first message that was not answered, not from the last', () => {
  const s = claimed();
  s.happen({ type: 'message', from: 'agent', name: 'Mia', text: 'Hello' });
  s.now += 5 * minute;
  s.say('and?', reading());
  s.now += minute;
  s.say('hello?', reading());
  expect(clock(s, 'nudge')).toEqual([]);
  s.now += minute;
  expect(clock(s, 'nudge').some(({ type }) => type === 'nudged')).toBe(true);
});

it('N1 says each of it once for what is owed, however often the customer writes meanwhile', () => {
  const s = claimed();
  const apologies = () => s.all('message').filter(({ notice }) => notice === 'agent-late').length;
  s.now += 2 * minute;
  clock(s, 'nudge');
  s.now += minute;
  s.say('Hello?', reading());
  clock(s, 'nudge');
  s.now += minute;
  clock(s, 'tell');
  s.say('Anybody?', reading());
  clock(s, 'nudge');
  clock(s, 'tell');
  expect(s.all('nudged')).toHaveLength(1);
  expect(apologies()).toBe(1);
  // What comes next stays due when it was: counted from what is owed.
  expect(s.effects.at(-1)).toEqual({
    effect: 'set-timer',
    name: 'agent-clock',
    ref: 'requeue',
    due: s.now + 2 * minute,
  });

  s.happen({ type: 'message', from: 'agent', name: 'Mia', text: 'Here I am.' });
  s.say('And my bag?', reading());
  s.now += 4 * minute;
  clock(s, 'nudge');
  clock(s, 'tell');
  expect(s.all('nudged')).toHaveLength(2);
  expect(apologies()).toBe(2);
});

it('N1 begins anew with the colleague to whom a late agent transfers', () => {
  const s = claimed();
  s.now += 2 * minute;
  clock(s, 'nudge');
  s.happen({ type: 'transferred', from: { id: 'a', name: 'Mia' }, to: 'Tom' });
  s.happen({ type: 'claimed', agent: { id: 'b', name: 'Tom' } });
  s.now += 2 * minute;
  clock(s, 'nudge');
  expect(s.last('nudged')?.agent.name).toBe('Tom');
});
