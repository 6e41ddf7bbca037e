// What may happen in a model-checked conversation, as data, so that a counterexample can be shrunk, printed and
// run again: customers who say, press, wait and reload, brains that read anything, agents at any moment.
import type { RolloutMode } from '../../shared/ladder.ts';
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
  /** On the proposal so many from the last: by one agent, or by both at once. */
  | { do: 'word'; who: 0 | 1; at: number; approve: boolean; both?: boolean }
  /** Every action stands on this rung from now on. */
  | { do: 'rung'; mode: RolloutMode }
  /** Every action is held, or a person ends that. */
  | { do: 'hold'; on: boolean }
  | { do: 'pass'; ms: number }
  | { do: 'business'; answer: BusinessAnswer }
  | { do: 'change'; status: 'active' | 'cancelled'; second: boolean }
  | { do: 'restart' };

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
    case 'word': {
      const proposal = Object.keys(loaded.conversation.inside.proposals).at(-1 - next.at);
      if (!proposal) return;
      const word = (who: 0 | 1) => approve(world, who, proposal, next.approve);
      await Promise.all([word(next.who), ...(next.both ? [word((1 - next.who) as 0 | 1)] : [])]);
      break;
    }
    case 'rung':
      await world.rung(next.mode);
      return;
    case 'hold':
      await world.hold(next.on);
      return;
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

async function approve(
  { parts, agents }: ModelWorld,
  who: 0 | 1,
  proposal: string,
  yes: boolean,
): Promise<void> {
  const result = await parts.desk.approve(agents[who]!, 'c1', { proposal, approve: yes });
  if (result.ok) void parts.turns.approved('c1', proposal);
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
