// What the device knows about its network and about the page's own life, as a port: the connection follows it, and
// outside of a browser there is simply always one.

/** `asleep`: the page is being left, perhaps for the back-forward cache; `awake`: it came back out of it. */
export type NetworkChange = 'online' | 'offline' | 'asleep' | 'awake';

export interface Network {
  /** False when the device knows that it has no network. */
  online(): boolean;
  /** Calls at every change; the answer stops it. */
  watch(listen: (change: NetworkChange) => void): () => void;
}

/** For programs that have no page around them. */
export const constantNetwork: Network = { online: () => true, watch: () => () => undefined };
