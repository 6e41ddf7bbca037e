// The shop's shelf: what is left, what is set aside for whom, and the order that takes it. A key that was given free
// stays so, even when the request to set it aside comes after.
import { dayAfter } from '../business/day.ts';
import { type Done, done, nextReference, refuse } from '../business/done.ts';
import { type Order, type Product, type ShopState, timeZone } from './shop-state.ts';

/** How long something is set aside, ms. */
export const holdLife: number = 10 * 60_000;

/** Pieces that anyone may still buy. */
export function available(state: ShopState, { sku, stock }: Product, now: number): number {
  const aside = [...state.holds.values()].filter(
    (hold) => hold.sku === sku && hold.status === 'held' && hold.until > now,
  );
  return Math.max(0, stock - aside.length);
}

export function setAside(
  state: ShopState,
  product: Product,
  by: { key: string; customer: string },
  now: number,
): Done<{ hold: string; until: string; arrivesOn: string }> {
  const earlier = state.holds.get(by.key);
  if (earlier && (earlier.status !== 'held' || earlier.sku !== product.sku))
    return refuse(409, 'freed', 'This hold was given free.');
  if (!earlier && available(state, product, now) < 1)
    return refuse(409, 'sold_out', `${product.name} is sold out.`);
  const until = earlier?.until ?? now + holdLife;
  state.holds.set(by.key, { sku: product.sku, customer: by.customer, until, status: 'held' });
  return done({
    hold: by.key,
    until: new Date(until).toISOString(),
    arrivesOn: dayAfter(new Date(now), product.days, timeZone),
  });
}

export function giveFree(state: ShopState, key: string, now: number): Done<{ hold: string }> {
  const hold = state.holds.get(key);
  if (hold?.status === 'used') return refuse(409, 'used', 'It was ordered already.');
  state.holds.set(key, { sku: '', customer: '', until: now, ...hold, status: 'freed' });
  return done({ hold: key });
}

/** Takes what was set aside; without a live hold, whatever is left. */
export function orderProduct(
  state: ShopState,
  product: Product,
  by: { key: string; customer: string; address: string },
  now: number,
): Done<{ reference: string; arrivesOn: string; total: number }> {
  const hold = state.holds.get(by.key);
  const own = hold?.status === 'held' && hold.sku === product.sku && hold.customer === by.customer;
  const live = own && hold.until > now;
  if (!live && available(state, product, now) < 1)
    return refuse(409, 'sold_out', `${product.name} is sold out.`);
  if (live) hold.status = 'used';
  product.stock -= 1;
  const placedOn = new Date(now);
  const order: Order = {
    reference: nextReference(state, 'KK'),
    customer: by.customer,
    item: product.name,
    sku: product.sku,
    status: 'processing',
    placedOn: dayAfter(placedOn, 0, timeZone),
    expectedOn: dayAfter(placedOn, product.days, timeZone),
    deliveredOn: '',
    total: product.price,
    address: by.address,
    refundState: 'none',
    refundAmount: 0,
  };
  state.orders.push(order);
  return done({ reference: order.reference, arrivesOn: order.expectedOn, total: order.total });
}
