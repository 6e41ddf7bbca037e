// What an agent wants, said again after a cut: the latest word of theirs, wherever they said it.
import { expect, test } from 'vitest';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { type AgentDesk, agentDesk } from './agent-desk.ts';
import { mia } from './story-people.ts';

const asked = ({ fake }: AgentDesk) =>
  fake.asked.filter(({ name }) => name === 'available').map(({ payload }) => payload);

/** The server tells this page where its agent stands: they switched elsewhere. */
const told = ({ fake }: AgentDesk, available: boolean) =>
  fake.emit('presence', [{ agent: mia, available, capacity: 2, load: 0, teams: [] }]);

async function reconnect({ fake, settle }: AgentDesk): Promise<void> {
  fake.cut();
  fake.mend();
  await settle();
}

test('a page that was cut off while its agent went off duty in another does not put them back on duty', async () => {
  const kept = browserStorage(() => null);
  const [one, other] = [await agentDesk({ kept }), await agentDesk({ kept })];
  await one.desk.presence.set({ on: true, capacity: 2 });
  await other.desk.presence.set({ on: true, capacity: 2 });
  other.fake.cut();
  await one.desk.presence.set({ on: false, capacity: 2 });
  other.fake.mend();
  await other.settle();
  expect(asked(other)).toEqual([{ on: true, capacity: 2 }]);
});

test('one who went on duty on another device is said to be so again, whatever this one kept from before', async () => {
  const kept = browserStorage(() => null);
  const [one, other] = [await agentDesk({ kept }), await agentDesk({ kept })];
  await one.desk.presence.set({ on: false, capacity: 2 });
  told(other, false);
  told(other, true);
  await reconnect(other);
  expect(asked(other)).toEqual([{ on: true, capacity: 2 }]);

  told(other, false);
  await reconnect(other);
  expect(asked(other)).toHaveLength(1);
});
