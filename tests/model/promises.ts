// A4 as one look at a whole log: what was promised had been set aside on fresh facts, and nothing stays set aside
// that nobody takes.
import type { Event, EventOf, EventType } from '../../shared/events.ts';
import type { Evidence, Violation } from './violations.ts';

const bound = 10_000;
const life = 60_000;
/** ms in which a release, and another one should it fail, has long been asked for. */
const slack = 30_000;

export function promises({ events, calls, now }: Evidence): Violation[] {
  const found: Violation[] = [];
  const say = (what: string) => found.push({ rule: 'A4', what });
  for (const promise of all(events, 'message')) {
    if (!promise.text.endsWith('is sure.')) continue;
    const held = all(events, 'hold-answered').findLast(({ seq }) => seq < promise.seq);
    const asked = all(events, 'hold-asked').find(({ hold }) => hold === held?.hold);
    if (held?.outcome !== 'done' || !asked || held.at !== promise.at)
      say(`the promise at ${promise.seq} rests on nothing that was set aside`);
    else if (promise.at - asked.asOf > bound) say(`the promise at ${promise.seq} rests on old facts`);
  }
  for (const { seq, proposal, action, outcome } of all(events, 'proposed')) {
    // A shadow is an agent's to run, and promises nothing.
    if (outcome === 'shadowed') continue;
    const held = all(events, 'hold-answered').some(
      (event) => event.hold === proposal && event.outcome === 'done' && event.seq < seq,
    );
    if (action === 'upgrade' && !held) say(`the card at ${seq} shows what is not set aside`);
  }
  for (const { hold, at } of all(events, 'hold-answered').filter(({ outcome }) => outcome === 'done')) {
    const taken = all(events, 'confirmed').some(({ proposal }) => proposal === hold);
    // Once its life is over the business frees it by itself: that it was tried is enough.
    const freed =
      calls.some(({ key }) => key === `${hold}-release`) ||
      all(events, 'hold-released').some((event) => event.hold === hold);
    if (!taken && !freed && at + life + slack < now) say(`${hold} stays set aside`);
  }
  return found;
}

function all<T extends EventType>(events: Event[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}
