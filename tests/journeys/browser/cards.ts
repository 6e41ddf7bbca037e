// A confirmation's card as a customer meets it in a browser, and what the log says of it afterwards.
import type { Frame, Locator } from 'playwright-core';
import type { EventOf, EventType } from '../../../shared/events.ts';
import type { BrowserWorld } from '../../helpers/browser-world.ts';

export const bagTitle = 'Remove the 23 kg bag from ME204 to Oslo?';

export interface Card {
  whole: Locator;
  safe: Locator;
  danger: Locator;
}

/** Found by what a screen reader would call it, and by nothing else. */
export function cardOf(panel: Frame, title = bagTitle): Card {
  const whole = panel.getByRole('group', { name: title, exact: true }).last();
  return {
    whole,
    safe: whole.getByRole('button', { name: 'Keep my bag', exact: true }),
    danger: whole.getByRole('button', { name: /^Remove bag from ME\d+$/ }),
  };
}

/** Resolves when a press on the card counts (D2): the page's own clock has gone on since it came into sight. */
export async function settled(card: Card): Promise<void> {
  const button = await card.danger.elementHandle();
  const since = await card.danger.evaluate(() => performance.now());
  const frame = await button!.ownerFrame();
  await frame!.waitForFunction((from) => performance.now() - from > 550, since);
}

/** All events of a type in the conversations of a demo customer, the inner ones too. */
export async function logged<T extends EventType>(
  world: BrowserWorld,
  customer: string,
  type: T,
): Promise<EventOf<T>[]> {
  const rows = await world.parts.store.conversationsOf('airline', { customer });
  const logs = await Promise.all(rows.map(({ id }) => world.parts.store.read(id)));
  return logs.flat().filter((event): event is EventOf<T> => event.type === type);
}
