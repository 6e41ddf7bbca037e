// The conversation that the house is built around, by socket: "I need to cancel my bag" never cancels a flight.
import { describe, expect, it } from 'vitest';
import type { Event, EventOf, EventType } from '../../shared/events.ts';
import { customer } from '../helpers/customer.ts';
import { createWorld } from '../helpers/world.ts';

const touchstone = 'I need to cancel my bag';

/** All events of a type in a conversation, the inner ones too, as the log has them. */
async function logged<T extends EventType>(
  world: { parts: { store: { read(id: string): Promise<Event[]> } } },
  conversation: string,
  type: T,
): Promise<EventOf<T>[]> {
  const events = await world.parts.store.read(conversation);
  return events.filter((event): event is EventOf<T> => event.type === type);
}

describe('the touchstone', () => {
  it('D3 one booking with a bag: confirmed by the button it runs once, D7 leaves a receipt, and is undone', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say(touchstone);
    const card = await ada.asked('confirm');
    expect(card.choices.map(({ id, style }) => [id, style])).toEqual([
      ['keep', 'safe'],
      ['do', 'danger'],
    ]);
    const proposed = await logged(world, ada.conversation, 'proposed');
    expect(proposed.map(({ action }) => action)).toEqual(['remove-bag']);

    await ada.press('do');
    const receipt = await ada.receipt();
    expect(receipt.reference).toBeTruthy();
    expect(receipt.undoUntil).toBeGreaterThan(Date.now());
    expect(await logged(world, ada.conversation, 'ran')).toMatchObject([
      { action: 'remove-bag', outcome: 'done' },
    ]);

    await ada.undo(receipt.proposal);
    await ada.until('the receipt to be marked as undone', () =>
      ada.view.entries.some((entry) => entry.kind === 'message' && entry.undone),
    );
    expect(await logged(world, ada.conversation, 'undone')).toMatchObject([
      { action: 'remove-bag', outcome: 'done' },
    ]);
    expect(world.faults).toEqual([]);
  });

  it('D4 keeps the bag when the customer says so: nothing runs', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say(touchstone);
    await ada.asked('confirm');
    await ada.press('keep');
    await ada.until('the question to be closed', () => ada.view.open === undefined);
    await world.parts.lanes.idle();
    expect(await logged(world, ada.conversation, 'ran')).toEqual([]);
  });

  it('C9 with no booking at all no cancellation is offered', async () => {
    const world = await createWorld();
    const mira = await customer(world, { as: 'cust-none' });
    const seq = await mira.say(touchstone);
    await mira.until('an answer', () => mira.view.entries.some((entry) => entry.seq > seq));
    await world.parts.lanes.idle();
    expect(await logged(world, mira.conversation, 'proposed')).toEqual([]);
    const questions = await logged(world, mira.conversation, 'question');
    expect(JSON.stringify(questions.map(({ means }) => means))).not.toMatch(/cancel-flight|remove-bag/);
    mira.leave();
  });

  it('P3 nobody who has not signed in is offered an action', async () => {
    const world = await createWorld();
    const someone = await customer(world);
    const seq = await someone.say(touchstone);
    await someone.hears(/./, seq);
    await world.parts.lanes.idle();
    expect(await logged(world, someone.conversation, 'proposed')).toEqual([]);
  });

  it('R3 the customer’s events fold to the customer’s part of the whole log', async () => {
    const world = await createWorld();
    const ada = await customer(world, { as: 'cust-one' });
    await ada.say(touchstone);
    await ada.asked('confirm');
    await ada.press('do');
    await ada.receipt();
    await world.parts.lanes.idle();
    const loaded = await world.parts.record.load(ada.conversation);
    await ada.until('all that was said', () => ada.view.seq === loaded!.conversation.view.seq);
    expect(ada.view).toEqual(loaded!.conversation.view);
  });
});
