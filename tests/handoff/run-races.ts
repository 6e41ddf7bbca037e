// Claim, takeover, reply in the making, return, release, transfer and assignment race for conversations on one
// store; afterwards each log is read for what must never be in it.
import type { Store } from '../../server/store/store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import type { Event } from '../../shared/events.ts';
import { deskWorld, handoff } from './desk-world.ts';

export interface RaceCounts {
  races: number;
  /** Races in which somebody had the conversation at the end, and messages that were said in all. */
  held: number;
  said: number;
  /** Moves that were refused since another was first. */
  refused: number;
  /** What must be 0: a second owner, a word of the assistant's after a claim, an answer said twice, a wrong row. */
  owners: number;
  assistantAfterClaim: number;
  secondAnswers: number;
  wrongRows: number;
}

type World = Awaited<ReturnType<typeof deskWorld>>;

/** Moves that start at once in each race, each so many looks at the store later at the most. */
const atOnce = 8;
const mostLate = 12;

/** The hands are dealt by `seed` in a fixed but irregular order; `storeOf` breaks the store, for control. */
export async function runRaces(
  races: number,
  seed = 7,
  storeOf?: (store: Store) => Store,
): Promise<RaceCounts> {
  const world = await deskWorld(storeOf ? { storeOf } : {});
  const agents = await Promise.all(['Mia', 'Tom'].map((name) => world.agent(name, 20)));
  agents.push(await world.agent('Ann', 20, [world.site.id], { supervisor: true }));
  let state = seed;
  const deal = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  /** A reply takes its time in the making: what comes first is dealt, not given by how short a move's way is. */
  const late = async (looks: number, move: () => Promise<{ ok: boolean }>) => {
    for (let look = 0; look < looks; look++) await world.store.ping();
    return move();
  };
  const counts: RaceCounts = {
    races,
    held: 0,
    said: 0,
    refused: 0,
    owners: 0,
    assistantAfterClaim: 0,
    secondAnswers: 0,
    wrongRows: 0,
  };
  for (let race = 0; race < races; race++) {
    const id = await world.begin();
    if (race % 2 === 0)
      await world.append(id, handoff({ position: 1, within: 60, confidence: 0.9, basis: 'history' }));
    const { fence } = (await world.recorder.load(id))!.row;
    const someone = () => agents[deal(3)]!;
    const moves = [
      () => world.desk.claim(someone(), id),
      () => world.desk.takeover(someone(), id),
      () => world.desk.giveBack(someone(), id),
      () => world.desk.release(someone(), id),
      () => world.desk.reply(someone(), id, `m${deal(2)}`, 'Hello'),
      () => world.desk.transfer(someone(), id, someone().id),
      () => world.desk.assign(agents[2]!, id, someone().id),
      () => world.desk.requeue(id, someone().id, 'silent', world.clock.now),
      // A reply that was decided upon before the race began.
      () =>
        world.recorder.append({
          conversation: id,
          at: world.clock.now,
          events: [{ type: 'message', from: 'assistant', text: 'Here is what I found.' }],
          fence,
          statuses: ['assistant', 'waiting'],
        }),
    ];
    const done = await Promise.all(
      Array.from({ length: atOnce }, () => late(deal(mostLate), moves[deal(moves.length)]!)),
    );
    counts.refused += done.filter(({ ok }) => !ok).length;
    await look(world, id, counts);
    // Out of the way, so that capacity never decides.
    const row = (await world.store.conversation(id))!;
    const holder = agents.find((agent) => agent.id === row.agent?.id);
    if (!holder) continue;
    await world.desk.resolve(holder, id, { outcome: 'solved', correct: true });
    counts.held += 1;
  }
  await world.store.close();
  return counts;
}

async function look(world: World, id: string, counts: RaceCounts): Promise<void> {
  const log = await world.store.read(id);
  let owner: string | null = null;
  const said = new Set<string>();
  for (const event of log) {
    if (event.type === 'claimed') {
      if (owner !== null && !handedOn(log, event.seq)) counts.owners += 1;
      owner = event.agent.id;
    }
    if (event.type === 'returned' || event.type === 'requeued') owner = null;
    if (event.type !== 'message') continue;
    counts.said += 1;
    if (event.from === 'assistant' && owner !== null) counts.assistantAfterClaim += 1;
    if (event.from !== 'agent') continue;
    if (event.name?.toLowerCase() !== owner) counts.owners += 1;
    const key = `${event.name}:${event.clientId}`;
    if (said.has(key)) counts.secondAnswers += 1;
    said.add(key);
  }
  const row = (await world.store.conversation(id))!;
  if ((row.agent?.id ?? null) !== owner || row.status !== foldEvents(log).view.status) counts.wrongRows += 1;
}

/** A claim right behind a transfer is no second owner: the first gave it away in the same write. */
function handedOn(log: Event[], seq: number): boolean {
  return log.some((event) => event.type === 'transferred' && event.seq === seq - 1);
}
