// What may happen in a model-checked conversation, as data, so that a counterexample can be shrunk, printed and
// run again: customers who say, press, wait and reload, brains that read anything, agents at any moment.
import fc from 'fast-check';
import type { Understanding } from '../../shared/understanding.ts';
import type { BusinessAnswer, ModelWorld } from './model-world.ts';

export type Step =
  | { do: 'say'; read: Understanding; as?: 'label' | 'yes'; twice?: boolean }
  /** `at`: which of the questions so far, from the last; `pick`: which of its choices. */
  | { do: 'press'; at: number; pick: number; twice?: boolean }
  | { do: 'again'; at: number }
  | { do: 'human' }
  | { do: 'undo'; at: number }
  | { do: 'wait'; choice: 'keep' | 'message' | 'callback' | 'assistant' }
  | { do: 'rate' }
  | {
      do: 'agent';
      who: 0 | 1;
      act:
        | 'on'
        | 'off'
        | 'gone'
        | 'claim'
        | 'takeover'
        | 'release'
        | 'return'
        | 'reply'
        | 'resolve'
        | 'transfer';
    }
  | { do: 'pass'; ms: number }
  | { do: 'business'; answer: BusinessAnswer }
  | { do: 'change'; status: 'active' | 'cancelled'; second: boolean }
  | { do: 'restart' };

const intents = [
  'remove-bag',
  'cancel-flight',
  'change-flight',
  'booking-status',
  'baggage-allowance',
  'complaint',
  'made-up',
];
const share = fc.constantFrom(0, 0.3, 0.6, 0.74, 0.76, 0.79, 0.81, 0.9, 1);
const ranked = fc.record({ id: fc.constantFrom(...intents), confidence: share });
const rarely = fc.integer({ min: 0, max: 19 }).map((n) => n === 19);

const entity = fc.oneof(
  fc.record({
    kind: fc.constant('record' as const),
    fact: fc.constantFrom('bookings', 'bags'),
    value: fc.constantFrom('ME204', 'ME300', 'bag-1'),
    text: fc.constant('it'),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    value: fc.constantFrom('2026-12-09', '2026-12-10'),
    text: fc.constant('then'),
  }),
);

/** Anything at all that fits the shape; a little likelier to be of use, so that runs get somewhere. */
export const understanding: fc.Arbitrary<Understanding> = fc.record(
  {
    intents: fc.uniqueArray(ranked, { maxLength: 4, selector: ({ id }) => id }),
    outOfScope: share,
    mood: fc.record({ frustration: share, urgency: share, confusion: share }),
    distress: rarely,
    entities: fc.array(entity, { maxLength: 2 }),
    topics: rarely.map((yes) => (yes ? ['legal'] : [])),
    language: fc.constantFrom('en', 'en', 'en', 'de'),
    wantsPerson: rarely,
    further: fc.array(ranked, { maxLength: 2 }),
    guard: fc.constantFrom('negated', 'hypothetical', 'past', 'reported'),
    gesture: fc.constantFrom('greeting', 'thanks', 'yes', 'no', 'goodbye', 'something-else'),
    answer: fc.record({
      choice: fc.constantFrom('do', 'keep', 'else', 'ME204', 'remove-bag', 'cancel-flight', 'person'),
      whole: fc.boolean(),
    }),
  },
  {
    requiredKeys: [
      'intents',
      'outOfScope',
      'mood',
      'distress',
      'entities',
      'topics',
      'language',
      'wantsPerson',
      'further',
    ],
  },
);

const few = fc.integer({ min: 0, max: 3 });

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        do: fc.constant('say' as const),
        read: understanding,
        as: fc.constantFrom('label' as const, 'yes' as const),
        twice: rarely,
      },
      { requiredKeys: ['do', 'read'] },
    ),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      at: fc.constantFrom(0, 0, 0, 1, 2),
      pick: few,
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), at: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'human' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.constantFrom(0, 0, 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      choice: fc.constantFrom('keep' as const, 'message' as const, 'callback' as const, 'assistant' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'rate' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('agent' as const),
      who: fc.constantFrom(0 as const, 1 as const),
      act: fc.constantFrom(
        'on' as const,
        'off' as const,
        'gone' as const,
        'claim' as const,
        'claim' as const,
        'takeover' as const,
        'release' as const,
        'return' as const,
        'return' as const,
        'reply' as const,
        'resolve' as const,
        'transfer' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(400, 5_000, 20_000, 61_000, 290_000, 301_000, 660_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('business' as const),
      answer: fc.constantFrom<BusinessAnswer>('refused', 'error', 'html', 'reset', 'unreachable', 'never'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      status: fc.constantFrom('active' as const, 'cancelled' as const),
      second: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** Does one step. Requests that are refused are part of life; only what the log then says is judged. */
export async function perform(world: ModelWorld, next: Step, n: number): Promise<void> {
  const { take, who } = world;
  const loaded = await world.parts.record.load('c1');
  if (!loaded) throw new Error('the conversation is gone');
  const questions = loaded.conversation.view.entries.flatMap((entry) =>
    entry.kind === 'question' ? [entry.question] : [],
  );
  switch (next.do) {
    case 'say': {
      const open = questions.find(({ id }) => id === loaded.conversation.view.open);
      const danger = open?.choices.find(({ style }) => style === 'danger')?.label;
      const text = next.as === 'label' && danger ? danger : next.as === 'yes' ? `yes ${n}` : `message ${n}`;
      world.reads.set(text, next.read);
      const first = take.message(who, { id: `m${n}`, text });
      if (next.twice) world.reads.set(`${text} more`, next.read);
      await Promise.all([
        first,
        next.twice ? take.message(who, { id: `n${n}`, text: `${text} more` }) : first,
      ]);
      break;
    }
    case 'press': {
      const question = questions.at(-1 - next.at);
      const choice = question?.choices[next.pick % question.choices.length];
      if (!question || !choice) return;
      const press = (id: string) => take.choice(who, { id, question: question.id, choice: choice.id });
      // Two tabs, or a double click with a new id each: both presses are under way at once.
      await Promise.all([press(`p${n}`), ...(next.twice ? [press(`q${n}`)] : [])]);
      break;
    }
    case 'again': {
      const question = questions.filter(({ kind }) => kind === 'confirm').at(-1 - next.at);
      if (question) await take.choice(who, { id: `g${n}`, question: question.id, choice: 'again' });
      break;
    }
    case 'human':
      await take.human(who, { id: `h${n}` });
      break;
    case 'undo': {
      const proposal = Object.keys(loaded.conversation.inside.proposals).at(-1 - next.at);
      if (proposal) await take.undo(who, { id: `u${n}`, proposal });
      break;
    }
    case 'wait':
      await take.wait(who, {
        id: `w${n}`,
        choice: next.choice,
        ...(next.choice === 'keep' ? {} : { contact: 'ada@x.test' }),
      });
      break;
    case 'rate':
      await take.rating(who, { id: `r${n}`, score: 3 });
      break;
    case 'agent':
      await agentDoes(world, next.who, next.act, n);
      break;
    case 'pass':
      await world.pass(next.ms);
      break;
    case 'business':
      world.answers.push(next.answer);
      return;
    case 'change':
      world.bookings = [
        { id: 'ME204', name: 'flight ME204', status: next.status },
        ...(next.second ? [{ id: 'ME300', name: 'flight ME300', status: 'active' }] : []),
      ];
      return;
    case 'restart':
      world.restart();
      return;
  }
}

type AgentAct = Extract<Step, { do: 'agent' }>['act'];

async function agentDoes({ parts, agents }: ModelWorld, who: 0 | 1, act: AgentAct, n: number): Promise<void> {
  const agent = agents[who]!;
  const { desk } = parts;
  switch (act) {
    case 'on':
      return desk.setAvailable(agent.id, true, 2);
    case 'off':
      return desk.setAvailable(agent.id, false, 2);
    case 'gone':
      return desk.gone(agent.id);
    case 'return': {
      const returned = await desk.giveBack(agent, 'c1');
      if (returned.ok) void parts.turns.returned('c1');
      return;
    }
    case 'reply':
      return void (await desk.reply(agent, 'c1', `a${n}`, 'I am on it.'));
    case 'resolve':
      return void (await desk.resolve(agent, 'c1', { outcome: 'solved', correct: true }));
    case 'transfer':
      return void (await desk.transfer(agent, 'c1', agents[1 - who]!.id));
    default:
      return void (await desk[act](agent, 'c1'));
  }
}
