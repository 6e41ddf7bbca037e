// N1 where it is carried out: that an agent does not answer is decided in one write, and the change of hands is the
// next. Whatever happens between the two, the customer is stranded by neither.
import { expect, it } from 'vitest';
import type { Append, Store } from '../../server/store/store.ts';
import { StoreUnavailable } from '../../server/store/store-unavailable.ts';
import type { EventBody } from '../../shared/events.ts';
import { agent } from '../helpers/agent.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

const minute = 60_000;

const decides = ({ events }: Append) =>
  events.some((event) => event.type === 'decided' && event.move === 'agent-requeue');
const requeues = ({ events }: Append) => events.some(({ type }) => type === 'requeued');

/** A customer whose agent has been silent for as long as the clock gives them, but for its last second. */
async function almostLate(storeOf: (store: Store) => Store) {
  const world = await createWorld({ simulated: true, storeOf });
  const mia = await agent(world, { name: 'Mia' });
  const ada = await customer(world, { as: 'cust-one' });
  await ada.human();
  const id = ada.conversation;
  await mia.waiting(id);
  await mia.claim(id);
  await world.advance(6 * minute - 1000);
  return {
    world,
    mia,
    row: async () => (await world.parts.store.conversation(id))!,
    moves: async () =>
      (await world.parts.store.read(id)).flatMap((event) => (event.type === 'decided' ? [event.move] : [])),
    requeued: async () =>
      (await world.parts.store.read(id)).flatMap((event) => (event.type === 'requeued' ? [event.why] : [])),
  };
}

/** As from another node, right behind the decision: the change of hands finds it in the log. */
const rightBehind =
  (...bodies: EventBody[]) =>
  (store: Store): Store => {
    let happened = false;
    return {
      ...store,
      async append(append) {
        const done = await store.append(append);
        if (!happened && decides(append)) {
          happened = true;
          const { conversation, at } = append;
          await store.append({ conversation, at, events: bodies });
        }
        return done;
      },
    };
  };

const answer: EventBody = { type: 'message', from: 'agent', name: 'Mia', text: 'Here I am.' };
const question: EventBody = { type: 'message', from: 'customer', text: 'And my bag?' };

it('N1 puts a conversation back in line once, and leaves no timer of it behind', async () => {
  const { world, row, moves, requeued } = await almostLate((store) => store);
  await world.advance(10 * minute);
  expect(await requeued()).toEqual(['silent']);
  expect((await moves()).filter((move) => move === 'agent-requeue')).toHaveLength(1);
  expect(await row()).toMatchObject({ status: 'waiting', agent: null });
});

it('N1 puts it back when the store fails right behind the decision', async () => {
  let failed = 0;
  const { world, row, requeued } = await almostLate((store) => ({
    ...store,
    append: async (append) => {
      if (!requeues(append) || failed > 0) return store.append(append);
      failed += 1;
      throw new StoreUnavailable('away for a moment');
    },
  }));
  await world.advance(minute);
  expect(failed).toBe(1);
  expect(await requeued()).toEqual(['silent']);
  expect(await row()).toMatchObject({ status: 'waiting', agent: null });
});

it('N1 puts it back by another node when the one that decided on it died', async () => {
  let dead = true;
  const { world, row, requeued } = await almostLate((store) => ({
    ...store,
    append: async (append) => {
      if (dead && requeues(append)) throw new StoreUnavailable('this node is no more');
      return store.append(append);
    },
  }));
  await world.advance(2000);
  expect(await row()).toMatchObject({ status: 'claimed' });
  await world.restart();
  dead = false;
  await world.advance(10_000);
  expect(await requeued()).toEqual(['silent']);
  expect(await row()).toMatchObject({ status: 'waiting', agent: null });
});

it('N1 leaves it with an agent whose answer came right behind the decision', async () => {
  const { world, row, moves, requeued } = await almostLate(rightBehind(answer));
  await world.advance(10 * minute);
  expect(await moves()).toContain('agent-requeue');
  expect(await requeued()).toEqual([]);
  expect(await row()).toMatchObject({ status: 'claimed' });
});

it('N1 gives an agent who answered right behind the decision the whole clock for what is asked next', async () => {
  const { world, requeued } = await almostLate(rightBehind(answer, question));
  await world.advance(5 * minute);
  expect(await requeued()).toEqual([]);
  await world.advance(2 * minute);
  expect(await requeued()).toEqual(['silent']);
});
