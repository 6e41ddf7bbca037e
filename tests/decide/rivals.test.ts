// C9: what is named stands against what the reading would destroy.
import { expect, it } from 'vitest';
import { reading, scene } from '../helpers/scene.ts';

it('C9 asks where a bag was named and the reading says the flight, also when bags do not name their booking', () => {
  const s = scene();
  const bag = { kind: 'record' as const, fact: 'bags', value: 'bag-1', text: 'my bag' };
  const intents = [
    { id: 'cancel-flight', confidence: 0.96 },
    { id: 'remove-bag', confidence: 0.02 },
  ];
  s.say('cancel my bag', reading({ intents, entities: [bag] }));
  expect(s.all('proposed')).toEqual([]);
  const offered = s.last('question')?.choices.map(({ id }) => id);
  expect(offered).toEqual(['cancel-flight', 'remove-bag', 'else']);
});
