// How far each side of a conversation has seen it: beside the log, no part of it.

export type Side = 'customer' | 'agent';

/** Up to this `seq` a side has seen the conversation; `at`: when it got so far, epoch ms. */
export interface SeenMark {
  conversation: string;
  side: Side;
  seq: number;
  at: number;
}

export type Seen = Partial<Record<Side, { seq: number; at: number }>>;
