// Who is on duty, and the agent's own switch. What the agent wants is remembered and said again after a lost
// connection or a reload, since the server lets go of an agent who stays away.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Ack } from '../../../shared/errors.ts';
import type { PresenceRow } from '../../../shared/protocol.ts';
import type { BrowserStorage } from '../../ui/browser-storage.ts';
import type { DeskConnection } from './desk-connection.ts';

interface Availability {
  on: boolean;
  /** Conversations at a time, 1..20. */
  capacity: number;
}

export interface PresenceModel {
  /** The agent's own wish; what the server holds follows it. */
  own: ReadonlySignal<Availability>;
  /** Conversations in hand, as the server counts them. */
  load: ReadonlySignal<number>;
  others: ReadonlySignal<PresenceRow[]>;
  take(rows: PresenceRow[]): void;
  set(availability: Availability): Promise<Ack>;
  /** Says the wish again, on a new connection. */
  repeat(): Promise<Ack | undefined>;
  /** Takes up the wish that was kept for this agent. */
  restore(): void;
}

export const capacityBounds = { least: 1, most: 20, usual: 3 };

export function createPresenceModel(
  connection: DeskConnection,
  kept: BrowserStorage,
  agent: () => string | undefined,
): PresenceModel {
  const rows = signal<PresenceRow[]>([]);
  const own = signal<Availability>({ on: false, capacity: capacityBounds.usual });
  let asking = 0;
  /** What the device said when it was last looked at: only another page of this agent makes it say something else. */
  let known: string | undefined;
  const key = () => `handrail.desk.availability.${agent() ?? ''}`;

  async function set(wish: Availability): Promise<Ack> {
    const capacity = Math.min(capacityBounds.most, Math.max(capacityBounds.least, Math.round(wish.capacity)));
    const before = own.value;
    own.value = { on: wish.on, capacity };
    asking++;
    const answer = await connection.send('available', own.value);
    asking--;
    if (answer.ok) {
      known = `${wish.on ? 'on' : 'off'} ${capacity}`;
      kept.set(key(), known);
    } else own.value = before;
    return answer;
  }

  function restore(): void {
    known = kept.get(key());
    const [on, capacity] = (known ?? '').split(' ');
    own.value = { on: on === 'on', capacity: Number(capacity) || capacityBounds.usual };
  }

  return {
    own,
    load: computed(() => rows.value.find((row) => row.agent.id === agent())?.load ?? 0),
    others: computed(() => rows.value.filter((row) => row.agent.id !== agent())),
    take(pushed) {
      rows.value = pushed;
      known = kept.get(key());
      const row = pushed.find((each) => each.agent.id === agent());
      // The same agent may have switched elsewhere; a wish that is under way counts more.
      if (row && asking === 0) own.value = { on: row.available, capacity: row.capacity };
    },
    set,
    async repeat() {
      // Their word in another page, while this one was cut off, is the later one.
      if (own.value.on && kept.get(key()) !== known) restore();
      return own.value.on ? set(own.value) : undefined;
    },
    restore,
  };
}
