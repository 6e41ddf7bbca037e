// Named places at which a process can be made to die, for tests of what then becomes of a message or a confirmation:
// HANDRAIL_FAILPOINT=after-append@3 ends it there, at the third coming by. Absent, nothing of this is in the way.
import type { Fetch } from './act/call.ts';
import type { Store } from './store/store.ts';

export const failpoints = ['before-append', 'after-append', 'before-call', 'after-call'] as const;
type FailpointName = (typeof failpoints)[number];

export interface Failpoint {
  name: FailpointName;
  /** 1 is the first coming by. */
  at: number;
}

export interface Ways {
  store: Store;
  /** Calls to businesses. */
  fetch: Fetch;
}

/** The same ways out of the process, of which one ends it: an append to the log, or a call that changes something. */
export function withFailpoint(failpoint: Failpoint | undefined, ways: Ways, die: () => void): Ways {
  if (!failpoint) return ways;
  let left = failpoint.at;
  const reach = (name: FailpointName): void => {
    if (name !== failpoint.name) return;
    left -= 1;
    if (left === 0) die();
  };
  return {
    store: {
      ...ways.store,
      async append(append) {
        reach('before-append');
        const appended = await ways.store.append(append);
        reach('after-append');
        return appended;
      },
    },
    async fetch(input, init) {
      const changes = init.method !== undefined && init.method !== 'GET';
      if (changes) reach('before-call');
      const response = await ways.fetch(input, init);
      if (changes) reach('after-call');
      return response;
    },
  };
}
