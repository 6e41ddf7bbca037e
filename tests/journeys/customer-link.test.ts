// The panel's network logic against a real server: nothing typed is lost, doubled or out of order, whatever the line does.
import { expect, it, onTestFinished } from 'vitest';
import { type CustomerLink, customerLink, type LinkOptions } from '../helpers/customer-link.ts';
import { stallingProxy } from '../helpers/stalling-proxy.ts';
import { createWorld, type World } from '../helpers/world.ts';

const portOf = ({ url }: World) => Number(new URL(url).port);

async function scene() {
  const world = await createWorld();
  const line = await stallingProxy(portOf(world));
  onTestFinished(() => line.close());
  const page = (options: Partial<LinkOptions> = {}): CustomerLink => {
    const link = customerLink({ url: `http://127.0.0.1:${line.port}`, ...options });
    onTestFinished(() => link.dispose());
    return link;
  };
  return { world, line, page };
}

/** All is stored, shown once, in order, and what the page shows is what the server has. */
async function arrives({ world, link, texts }: { world: World; link: CustomerLink; texts: string[] }) {
  await link.until('all of it on screen', () => link.said().length >= texts.length);
  expect(link.said()).toEqual(texts);
  await link.until('an empty outbox', () => link.outbox.parcels.peek().length === 0);
  const events = await world.parts.store.read(link.thread.conversation.peek()!);
  const stored = events.flatMap((event) =>
    event.type === 'message' && event.from === 'customer' ? [event.text] : [],
  );
  expect(stored).toEqual(texts);
}

it('R1 what is written while the line is cut goes off in order when it is back', async () => {
  const { world, line, page } = await scene();
  const link = page();
  await link.until('a welcome', () => link.online.peek());
  link.say('One');
  line.cut();
  link.say('Two');
  link.say('Three');
  line.cut();
  await arrives({ world, link, texts: ['One', 'Two', 'Three'] });
});

it('R1 a server that is started anew is found again, and is sent what it has not acknowledged', async () => {
  const { world, line, page } = await scene();
  const link = page();
  await link.until('a welcome', () => link.online.peek());
  link.say('Before');
  await world.restart();
  link.say('Meanwhile');
  line.cut(portOf(world));
  await arrives({ world, link, texts: ['Before', 'Meanwhile'] });
});

it('R1 a page that is closed while sending leaves what it wrote to the next one', async () => {
  const { world, line, page } = await scene();
  const first = page();
  await first.until('a welcome', () => first.online.peek());
  line.stall(true);
  first.say('On its way');
  first.say('And this');
  first.dispose();
  line.stall(false);
  line.cut();
  const next = page({ storage: first.storage });
  await arrives({ world, link: next, texts: ['On its way', 'And this'] });
});

it('R1 a line that is half open is given up and the message sent over a new one', async () => {
  const { world, line, page } = await scene();
  const link = page({ ackWithinMs: 300 });
  await link.until('a welcome', () => link.online.peek());
  line.stall(true);
  link.say('Into nothing');
  await link.until('the line to be given up', () => !link.online.peek());
  line.cut();
  line.stall(false);
  await arrives({ world, link, texts: ['Into nothing'] });
});

it('R1 what was pushed while the page was away is there when it is back, as a fresh page would show it', async () => {
  const { world, line, page } = await scene();
  const link = page();
  await link.until('a welcome', () => link.online.peek());
  link.say('Which bags may I take with me?');
  await arrives({ world, link, texts: ['Which bags may I take with me?'] });
  line.cut();
  await world.parts.lanes.idle();
  const fresh = page({ storage: link.storage });
  const last = (await world.parts.record.load(link.thread.conversation.peek()!))!.conversation.view.seq;
  for (const one of [link, fresh]) await one.until('all', () => one.thread.view.peek().seq === last);
  expect(link.thread.view.peek()).toEqual(fresh.thread.view.peek());
});

it('P2 what is said after an erasure goes into a conversation of its own, which the page moves on to', async () => {
  const { world, page } = await scene();
  const link = page();
  await link.until('a welcome', () => link.online.peek());
  link.say('Which bags may I take with me?');
  await link.until('it stored', () => link.said().length === 1);
  const former = link.thread.conversation.peek()!;
  await world.parts.lanes.idle();
  await world.parts.store.erase(former, 'owner', 'asked for', Date.now());
  link.say('Are you there?');
  await link.until('another conversation', () => link.thread.conversation.peek() !== former);
  await arrives({ world, link, texts: ['Are you there?'] });
  const left = await world.parts.store.read(former);
  expect(left.map(({ type }) => type)).toEqual(['erased']);
});

it('N2 a page that did not hear of a new conversation moves on to it with what it says', async () => {
  const { world, page } = await scene();
  const link = page();
  const { visitor } = await link.until('a welcome', () => link.welcome.peek());
  link.say('Which bags may I take with me?');
  await link.until('it stored', () => link.said().length === 1);
  await world.parts.lanes.idle();
  const former = link.thread.conversation.peek()!;
  const [site, at] = [world.parts.sites.get('airline')!, Date.now()];
  await world.parts.record.append({
    conversation: former,
    at,
    events: [{ type: 'resolved', outcome: 'solved', by: 'agent' }],
  });
  // As at another node, whose hint was lost.
  const begun = await world.parts.arrival.begin({ site, visitor, locale: 'en' });
  link.say('Are you there?');
  const anew = begun.ok ? begun.row.id : '';
  await link.until('the new one', () => link.thread.conversation.peek() === anew);
  await arrives({ world, link, texts: ['Are you there?'] });
});

it('R1 a reload finds its own words in the conversation and does not show them twice', async () => {
  const { world, page } = await scene();
  const before = page();
  await before.until('a welcome', () => before.online.peek());
  const id = before.say('Stored, but never acknowledged');
  await before.until('it stored', () => before.said().length === 1);
  before.dispose();
  // As it was on the device before the acknowledgement.
  const parcel = {
    event: 'message',
    payload: { id, text: 'Stored, but never acknowledged' },
    at: Date.now(),
  };
  before.storage.set(`handrail/airline//unsent/${id}`, JSON.stringify({ ...parcel, state: 'queued' }));
  const after = page({ storage: before.storage });
  await arrives({ world, link: after, texts: ['Stored, but never acknowledged'] });
  expect(after.storage.keys('handrail/airline//unsent/')).toEqual([]);
});
