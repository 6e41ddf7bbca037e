// One customer's way to the server, which breaks, is refused for a while or hangs half open, whatever the others' does.
import { type StallingProxy, stallingProxy } from '../helpers/stalling-proxy.ts';

export interface ChaosLine {
  port: number;
  /** Reset at once, refused for so long, or half open for so long: nothing passes, and nothing says so. */
  cut(kind: 'reset' | 'refused' | 'half-open', ms: number): void;
  /** Since when it has been whole, epoch ms; undefined while it is not. */
  wholeSince(): number | undefined;
  close(): Promise<void>;
}

/** A line to a local port: at each connection to the one that `to` says then. */
export async function chaosLine(to: () => number): Promise<ChaosLine> {
  const proxy: StallingProxy = await stallingProxy(to);
  let whole: number | undefined = Date.now();
  let mending: NodeJS.Timeout | undefined;

  const mend = (): void => {
    proxy.refuse(false);
    proxy.stall(false);
    whole = Date.now();
    mending = undefined;
  };
  return {
    port: proxy.port,
    cut(kind, ms) {
      clearTimeout(mending);
      mend();
      if (kind === 'reset') {
        proxy.cut();
        return;
      }
      whole = undefined;
      if (kind === 'refused') proxy.refuse(true);
      else proxy.stall(true);
      mending = setTimeout(mend, ms);
    },
    wholeSince: () => whole,
    close() {
      clearTimeout(mending);
      return proxy.close();
    },
  };
}
