// How much is too much: the numbers that config.ts lets one change and intake/limits.ts enforces.

/** Each is a number of attempts in `windows` seconds. */
export const limitNames = [
  'message',
  'event',
  'file',
  'conversation',
  'guess',
  'address',
  'connect',
  'agent',
  'login',
  'sign-in',
] as const;
export type LimitName = (typeof limitNames)[number];
/** Each is a number of sockets that may be open. */
export const capNames = ['sockets', 'address-sockets'] as const;
export type CapName = (typeof capNames)[number];
export type LimitTable = Record<LimitName | CapName, number>;

export const standardLimits: LimitTable = {
  /** Messages of one visitor. */
  message: 10,
  /** Everything else that one visitor does. */
  event: 40,
  /** Files of one visitor. */
  file: 20,
  /** Whatever is done in one conversation, by all of a customer's pages. */
  conversation: 80,
  /** Ids named that are not one's own or do not exist. */
  guess: 60,
  /** Events from one address: many visitors may share it. */
  address: 600,
  /** Connections from one address. */
  connect: 300,
  /** Events of one agent. */
  agent: 200,
  /** Failed attempts to sign in to one account from one address. */
  login: 5,
  /** Attempts to sign in from one address. */
  'sign-in': 50,
  /** Open sockets in all: each takes some 20 KB. */
  sockets: 20_000,
  /** Open sockets of one address: a whole office may share it. */
  'address-sockets': 500,
};

/** Seconds in which the number of attempts counts. */
export const limitWindows: Record<LimitName, number> = {
  message: 10,
  event: 10,
  file: 300,
  conversation: 10,
  guess: 60,
  address: 10,
  connect: 60,
  agent: 10,
  login: 300,
  'sign-in': 300,
};
