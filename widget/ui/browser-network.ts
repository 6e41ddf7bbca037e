// The browser's own word on the network, and on pages that it puts to sleep and wakes again.
import type { Network, NetworkChange } from './network.ts';

/** Page events and what they mean; a page that is shown for the first time was never asleep. */
const meanings = {
  online: () => 'online',
  offline: () => 'offline',
  pagehide: () => 'asleep',
  pageshow: (event: Event) => ((event as PageTransitionEvent).persisted ? 'awake' : undefined),
} as const satisfies Record<string, (event: Event) => NetworkChange | undefined>;

/** The network as `page` knows it. */
export function browserNetwork(page: Window = window): Network {
  return {
    online: () => page.navigator.onLine,
    watch(listen) {
      const stops = Object.entries(meanings).map(([name, meaning]) => {
        const hear = (event: Event) => {
          const change = meaning(event);
          if (change) listen(change);
        };
        page.addEventListener(name, hear);
        return () => page.removeEventListener(name, hear);
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
