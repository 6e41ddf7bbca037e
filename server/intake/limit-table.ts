// How much is too much: the numbers that config.ts lets one change and intake/limits.ts enforces.

/** Each is a number of attempts in `windows` seconds. */
export const limitNames = [
  'message',
  'event',
  'guess',
  'address',
  'connect',
  'agent',
  'login',
  'sign-in',
] as const;
export type LimitName = (typeof limitNames)[number];
export type LimitTable = Record<LimitName, number>;

export const standardLimits: LimitTable = {
  /** Messages of one visitor. */
  message: 10,
  /** Everything else that one visitor does. */
  event: 40,
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
};

/** Seconds in which the number of attempts counts. */
export const limitWindows: LimitTable = {
  message: 10,
  event: 10,
  guess: 60,
  address: 10,
  connect: 60,
  agent: 10,
  login: 300,
  'sign-in': 300,
};
