// Named places at which a process can be made to die, for tests of what then becomes of a message or a confirmation:
// HANDRAIL_FAILPOINT=after-append@3 ends it there, at the third coming by. Absent, nothing of this is in the way.
import type { Fetch } from './act/call.ts';
import type { Append, Store } from './store/store.ts';

export const failpoints = [
  // Any write to the log.
  'before-append',
  'after-append',
  // What a customer did is stored, and they have not heard so.
  'before-ack',
  // What the assistant decided: before and after it is stored.
  'before-turn',
  'after-turn',
  // A confirmation is stored, and its action has not been asked for.
  'after-confirm',
  // A call that changes something at the business; after it nothing of its outcome is stored.
  'before-call',
  'after-call',
  // What was stored has been handed to those who are connected.
  'after-publish',
  // An agent takes a conversation.
  'before-claim',
  'after-claim',
] as const;
export type FailpointName = (typeof failpoints)[number];

export interface Failpoint {
  name: FailpointName;
  /** 1 is the first coming by. */
  at: number;
}

export interface Ways {
  store: Store;
  /** Calls to businesses. */
  fetch: Fetch;
  /** Comes by when something stored has been handed to those who are connected. */
  published?(): void;
}

/** The same ways through and out of the process, of which one ends it. */
export function withFailpoint(failpoint: Failpoint | undefined, ways: Ways, die: () => void): Ways {
  if (!failpoint) return ways;
  let left = failpoint.at;
  const reach = (names: FailpointName[]): void => {
    if (!names.includes(failpoint.name)) return;
    left -= 1;
    if (left === 0) die();
  };
  return {
    store: {
      ...ways.store,
      async append(append) {
        const { before, after } = placesOf(append);
        reach(before);
        const appended = await ways.store.append(append);
        reach(after);
        return appended;
      },
    },
    async fetch(input, init) {
      const changes = init.method !== undefined && init.method !== 'GET';
      if (changes) reach(['before-call']);
      const response = await ways.fetch(input, init);
      if (changes) reach(['after-call']);
      return response;
    },
    published: () => reach(['after-publish']),
  };
}

/** What a write is about is told by its events. */
function placesOf({ events, client }: Append): Record<'before' | 'after', FailpointName[]> {
  const has = (type: string) => events.some((event) => event.type === type);
  const before: FailpointName[] = ['before-append'];
  const after: FailpointName[] = ['after-append'];
  if (client && !has('decided')) after.push('before-ack');
  if (has('decided')) {
    before.push('before-turn');
    after.push('after-turn');
  }
  if (has('confirmed')) after.push('after-confirm');
  if (has('claimed')) {
    before.push('before-claim');
    after.push('after-claim');
  }
  return { before, after };
}
