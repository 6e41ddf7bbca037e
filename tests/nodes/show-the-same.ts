// What two pages of one conversation have in common in the end, whichever of them hears of something first.
import { expect, vi } from 'vitest';
import type { customer } from '../helpers/customer.ts';

type Page = Pick<Awaited<ReturnType<typeof customer>>, 'view'>;

export function showTheSame(one: Page, other: Page): Promise<void> {
  return vi.waitFor(() => expect(one.view).toEqual(other.view), 15_000);
}
