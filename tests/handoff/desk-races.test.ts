// Claim, takeover, reply in the making, return and release race on one store. Whatever order they land in, the
// log shows one owner at a time and no word of the assistant's while there is one.
import { describe, expect, test } from 'vitest';
import { foldEvents } from '../../shared/apply-event.ts';
import { deskWorld, handoff } from './desk-world.ts';

const races = 400;

describe('races on the store', () => {
  test('H8 H7 H9 one owner at a time, no assistant message after a claim, no second answer', async () => {
    const world = await deskWorld();
    const agents = await Promise.all(['Mia', 'Tom', 'Ann'].map((name) => world.agent(name, 20)));
    // The hands that are dealt, in a fixed but irregular order.
    let held = 0;
    let spoken = 0;
    let state = 7;
    const deal = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let race = 0; race < races; race++) {
      const id = await world.begin();
      const wait = { position: 1, within: 60, confidence: 0.9, basis: 'history' as const };
      if (race % 2 === 0) await world.append(id, handoff(wait));
      const seen = (await world.recorder.load(id))!;
      const assistantSpeaks = () =>
        world.recorder.append({
          conversation: id,
          at: world.clock.now,
          events: [{ type: 'message', from: 'assistant', text: 'Here is what I found.' }],
          fence: seen.row.fence,
          statuses: ['assistant', 'waiting'],
        });
      const moves = [
        () => world.desk.claim(agents[deal(3)]!, id),
        () => world.desk.takeover(agents[deal(3)]!, id),
        () => world.desk.giveBack(agents[deal(3)]!, id),
        () => world.desk.release(agents[deal(3)]!, id),
        () => world.desk.reply(agents[deal(3)]!, id, `m${deal(2)}`, 'Hello'),
        () => world.desk.transfer(agents[deal(3)]!, id, agents[deal(3)]!.id),
        () => world.desk.requeue(id, agents[deal(3)]!.id, 'silent'),
        assistantSpeaks,
      ];
      await Promise.all(Array.from({ length: 8 }, () => moves[deal(moves.length)]!()));
      await check(world, id);
      // Out of the way, so that capacity never decides.
      const row = (await world.store.conversation(id))!;
      if (row.agent) {
        const holder = agents.find((agent) => agent.id === row.agent!.id)!;
        await world.desk.resolve(holder, id, { outcome: 'solved', correct: true });
        held += 1;
      }
      spoken += (await world.store.read(id)).filter((e) => e.type === 'message').length;
    }
    // Hands that were really contested, or the rest proves nothing.
    expect(held).toBeGreaterThan(races / 4);
    expect(spoken).toBeGreaterThan(races / 4);
  });
});

async function check(world: Awaited<ReturnType<typeof deskWorld>>, id: string): Promise<void> {
  const log = await world.store.read(id);
  let owner: string | null = null;
  const said = new Set<string>();
  for (const event of log) {
    if (event.type === 'claimed') {
      const handedOn = log.some(({ type, seq }) => type === 'transferred' && seq === event.seq - 1);
      expect(owner === null || handedOn, `claimed twice in ${id}`).toBe(true);
      owner = event.agent.id;
    }
    if (event.type === 'returned' || event.type === 'requeued') owner = null;
    if (event.type !== 'message') continue;
    if (event.from === 'assistant') expect(owner, `the assistant spoke after a claim in ${id}`).toBeNull();
    if (event.from === 'agent') {
      expect(event.name?.toLowerCase(), `said by whom it was not claimed in ${id}`).toBe(owner);
      const key = `${event.name}:${event.clientId}`;
      expect(said.has(key), `said twice in ${id}`).toBe(false);
      said.add(key);
    }
  }
  const row = (await world.store.conversation(id))!;
  expect(row.agent?.id ?? null).toBe(owner);
  expect(row.status).toBe(foldEvents(log).view.status);
}
