// Reads a thought sent in pieces ("cancel", "my", "bag") as one message.
import type { PastMessage } from './reading-context.ts';

/** Pieces farther apart than this (ms) are messages of their own. */
export const burstGap = 8000;

/** How many pieces are joined at most, the last one included. */
const most = 11;

/**
 * The text with those of the customer's messages before it that nobody has answered and that came within
 * `burstGap` ms of one another; `at` is when `text` was sent (epoch ms).
 */
export function joinBurst(recent: PastMessage[], text: string, at: number): string {
  const pieces = [text];
  let next = at;
  for (const message of recent.toReversed()) {
    const near = message.from === 'customer' && next - message.at <= burstGap && next >= message.at;
    if (!near || pieces.length >= most) break;
    pieces.unshift(message.text);
    next = message.at;
  }
  return pieces.length === 1 ? text : pieces.join(pieces.every(isFragment) ? ' ' : '\n');
}

/** Pieces of one sentence are joined by a space; sentences stay apart. */
function isFragment(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3 && !/[.!?]\s*$/.test(text);
}
