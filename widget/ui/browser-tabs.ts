// The pages of one browser joined by a BroadcastChannel, their leader chosen by a Web Lock, which the browser passes on
// when a page ends, however it ends. Where either is missing each page leads itself; ids keep what is sent twice one.
import { signal } from '@preact/signals-core';
import type { Network } from './network.ts';
import type { JoinTabs } from './tabs.ts';

/** Pages that sleep let go of both, or they could not be kept for going back to. */
export function browserTabs(network: Network): JoinTabs {
  return (name, hear) => {
    const leads = signal(false);
    let channel: BroadcastChannel | undefined;
    let letGo = () => {};
    const stop = network.watch((change) => {
      if (change === 'asleep') part();
      if (change === 'awake') join();
    });
    join();

    return {
      leads,
      lead() {
        if (!leads.peek()) request(true);
      },
      tell: (said) => channel?.postMessage(said),
      leave() {
        stop();
        part();
      },
    };

    function join(): void {
      channel = openChannel(name);
      if (channel) channel.onmessage = ({ data }) => hear(data);
      request(false);
    }

    function part(): void {
      channel?.close();
      channel = undefined;
      letGo();
      leads.value = false;
    }

    /** Waits for the lock, or takes it: then whoever had it is told, and waits for it in turn. */
    function request(steal: boolean): void {
      letGo();
      if (!navigator.locks) {
        // A page that came without https.
        leads.value = true;
        return;
      }
      let mine = true;
      const waiting = new AbortController();
      const held = new Promise<void>((end) => {
        letGo = () => {
          mine = false;
          waiting.abort();
          end();
        };
      });
      const hold = () => {
        if (mine) leads.value = true;
        return held;
      };
      navigator.locks.request(name, steal ? { steal } : { signal: waiting.signal }, hold).catch((error) => {
        if (!mine) return;
        leads.value = error.name !== 'AbortError';
        if (!leads.value) request(false);
      });
    }
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Blocked along with storage: this page knows of no other.
    return undefined;
  }
}
