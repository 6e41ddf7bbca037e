// A thought sent in pieces is one message.
import { describe, expect, it } from 'vitest';
import { burstGap, joinBurst } from '../../server/understand/join-burst.ts';
import type { PastMessage } from '../../server/understand/reading-context.ts';

const at = 1_000_000;
const said = (text: string, ago: number, from: PastMessage['from'] = 'customer'): PastMessage => ({
  from,
  text,
  at: at - ago,
});

describe('joinBurst', () => {
  it('joins pieces that came within seconds', () => {
    expect(joinBurst([said('cancel', 4000), said('my', 2000)], 'bag', at)).toBe('cancel my bag');
  });

  it('keeps sentences apart', () => {
    expect(joinBurst([said('My bag is lost.', 2000)], 'where is my refund', at)).toBe(
      'My bag is lost.\nwhere is my refund',
    );
  });

  it('stops at a reply and at a pause', () => {
    expect(joinBurst([said('cancel', 3000), said('What?', 2000, 'assistant')], 'my bag', at)).toBe('my bag');
    expect(joinBurst([said('cancel', burstGap + 1)], 'my bag', at)).toBe('my bag');
    expect(joinBurst([], 'my bag', at)).toBe('my bag');
  });
});
