// Agents, their sessions and presence, and the services that the wait estimate learns from.
import { expect, test } from 'vitest';
import type { NewAgentRow } from '../../server/store/store.ts';
import { beginning } from './beginning.ts';
import type { Bench } from './contract.ts';

const mia: NewAgentRow = {
  id: 'agent-1',
  email: 'Mia@Demo.test',
  name: 'Mia',
  password: 'scrypt$x',
  sites: ['airline', 'shop'],
  disabled: false,
};

export function peopleContract(bench: Bench): void {
  test('agents are known by id and by e-mail in any case', async () => {
    const store = bench.store();
    expect(await store.addAgent(mia)).toBe('added');
    expect(await store.addAgent({ ...mia, id: 'agent-2', email: 'mia@demo.TEST' })).toBe('exists');
    const stored = { ...mia, email: 'mia@demo.test', supervisor: false, teams: [] };
    expect(await store.agentByEmail('MIA@demo.test')).toEqual(stored);
    expect(await store.agent('agent-1')).toEqual(stored);
    expect(await store.agent('agent-2')).toBeUndefined();
    expect(await store.updateAgent('mia@demo.test', { disabled: true, sites: ['shop'] })).toBe(true);
    expect(await store.updateAgent('nobody@demo.test', { disabled: true })).toBe(false);
    expect(await store.agents()).toEqual([{ ...stored, disabled: true, sites: ['shop'] }]);
  });

  test('an agent may be a supervisor and belong to teams, and may cease to', async () => {
    const store = bench.store();
    await store.addAgent({ ...mia, supervisor: true, teams: ['billing', 'claims'] });
    expect(await store.agent('agent-1')).toMatchObject({ supervisor: true, teams: ['billing', 'claims'] });
    await store.updateAgent('mia@demo.test', { supervisor: false, teams: [] });
    expect(await store.agent('agent-1')).toMatchObject({ supervisor: false, teams: [], name: 'Mia' });
  });

  test('sessions expire, and end by token or for an agent', async () => {
    const store = bench.store();
    const session = (token: string, agent: string) => ({ token, agent, expiresAt: 5000 });
    await store.addSession(session('t1', 'agent-1'));
    await store.addSession(session('t2', 'agent-1'));
    await store.addSession(session('t3', 'agent-2'));
    expect(await store.session('t1', 4999)).toEqual(session('t1', 'agent-1'));
    expect(await store.session('t1', 5000)).toBeUndefined();
    await store.endSessions({ token: 't1' });
    expect(await store.session('t1', 1)).toBeUndefined();
    expect(await store.session('t2', 1)).toBeDefined();
    await store.endSessions({ agent: 'agent-1' });
    expect(await store.session('t2', 1)).toBeUndefined();
    expect(await store.session('t3', 1)).toBeDefined();
  });

  test('presence is the last that was said', async () => {
    const store = bench.store();
    await store.setPresence({ agent: 'b', available: true, capacity: 2, seenAt: 1 });
    await store.setPresence({ agent: 'a', available: true, capacity: 3, seenAt: 1 });
    await store.setPresence({ agent: 'b', available: false, capacity: 1, seenAt: 2 });
    expect(await store.presences()).toEqual([
      { agent: 'a', available: true, capacity: 3, seenAt: 1 },
      { agent: 'b', available: false, capacity: 1, seenAt: 2 },
    ]);
  });

  test('H9 to be seen changes nothing that an agent said, and one who was seen again is not called gone', async () => {
    const store = bench.store();
    await store.setPresence({ agent: 'b', available: true, capacity: 2, seenAt: 1 });
    await store.markSeen(['a', 'b'], 5, 3);
    const said = { agent: 'b', available: true, capacity: 2 };
    expect(await store.presences()).toEqual([
      { agent: 'a', available: false, capacity: 3, seenAt: 5 },
      { ...said, seenAt: 5 },
    ]);
    expect(await store.markGone('b', 1)).toBe(false);
    expect(await store.markGone('nobody', 1)).toBe(false);
    expect((await store.presences())[1]).toEqual({ ...said, seenAt: 5 });
    expect(await store.markGone('b', 5)).toBe(true);
    expect((await store.presences())[1]).toEqual({ ...said, available: false, seenAt: 5 });
    await store.markSeen([], 9, 3);
    await store.markSeen(['b'], 6, 3);
    expect((await store.presences())[1]).toEqual({ ...said, available: false, seenAt: 6 });
  });

  test('services come latest first, by site and since when', async () => {
    const store = bench.store();
    await store.begin(beginning('a'));
    await store.begin(beginning('s', { site: 'shop' }));
    const serve = (conversation: string, endedAt: number, stated: number | null) => {
      const service = { agent: 'mia', queuedAt: endedAt - 200, claimedAt: endedAt - 100, endedAt, stated };
      return store.append({ conversation, at: endedAt, events: [], service });
    };
    await serve('a', 1000, 90.5);
    await serve('a', 3000, null);
    await serve('a', 2000, 60);
    await serve('s', 2500, 60);
    const of = (since: number, limit: number) => store.services('airline', since, limit);
    expect((await of(0, 9)).map((service) => service.endedAt)).toEqual([3000, 2000, 1000]);
    expect(await of(1000, 9)).toHaveLength(2);
    expect((await of(0, 1))[0]).toEqual({
      site: 'airline',
      agent: 'mia',
      queuedAt: 2800,
      claimedAt: 2900,
      endedAt: 3000,
      stated: null,
    });
    expect((await of(0, 9))[2]!.stated).toBe(90.5);
  });

  test('it answers a ping, and nothing once it is closed', async () => {
    const store = bench.store();
    await store.ping();
    await store.close();
    await store.close();
    await expect(store.ping()).rejects.toThrow('closed');
  });
}
