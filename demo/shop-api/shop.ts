// The shop's own rules: what may be done to an order or a subscription, whoever asks.
import { dayAfter, instantOf } from '../business/day.ts';
import { type Done, done, nextReference, refuse } from '../business/done.ts';
import { type Order, type ShopState, type Subscription, timeZone } from './shop-state.ts';

/** How long a cancellation can be taken back, ms. */
const undoWindow: number = 10 * 60_000;
/** Days after delivery. */
const returnDays = 30;

/** The end of the last day on which it may be sent back, ISO; empty when it was not delivered. */
export function returnBy(order: Order): string {
  if (order.deliveredOn === '') return '';
  const delivered = new Date(instantOf(order.deliveredOn, '12:00', timeZone));
  return instantOf(dayAfter(delivered, returnDays, timeZone), '23:59', timeZone);
}

export function cancelOrder(
  state: ShopState,
  order: Order,
  now: number,
): Done<{ reference: string; refund: number }> {
  if (order.status !== 'processing') return refuse(409, 'not_open', 'This order can no longer be cancelled.');
  const product = state.products.find(({ sku }) => sku === order.sku);
  if (product) product.stock += 1;
  Object.assign(order, {
    status: 'cancelled',
    cancelledAt: now,
    refundState: 'pending',
    refundAmount: order.total,
  });
  return done({ reference: nextReference(state, 'CX'), refund: order.total });
}

export function restoreOrder(state: ShopState, order: Order, now: number): Done<{ reference: string }> {
  if (order.status !== 'cancelled') return refuse(409, 'not_cancelled', 'This order is not cancelled.');
  if (order.cancelledAt === undefined || now - order.cancelledAt > undoWindow)
    return refuse(409, 'window_over', 'A cancellation can be taken back for 10 minutes only.');
  const product = state.products.find(({ sku }) => sku === order.sku);
  if (product && product.stock < 1) return refuse(409, 'sold_out', `${product.name} is sold out meanwhile.`);
  if (product) product.stock -= 1;
  Object.assign(order, {
    status: 'processing',
    cancelledAt: undefined,
    refundState: 'none',
    refundAmount: 0,
  });
  return done({ reference: nextReference(state, 'RO') });
}

export function returnOrder(
  state: ShopState,
  order: Order,
  reason: string,
  now: number,
): Done<{ reference: string; refund: number }> {
  if (order.status !== 'delivered')
    return refuse(409, 'not_delivered', 'Only what was delivered can be sent back.');
  if (Date.parse(returnBy(order)) < now)
    return refuse(409, 'too_late', `Returns end ${returnDays} days after delivery.`);
  if (!['size', 'damaged', 'mind'].includes(reason))
    return refuse(422, 'no_reason', 'A reason is size, damaged or mind.');
  Object.assign(order, { status: 'returning', refundState: 'pending', refundAmount: order.total });
  return done({ reference: nextReference(state, 'RT'), refund: order.total });
}

export function changeAddress(
  state: ShopState,
  order: Order,
  address: string,
): Done<{ reference: string; address: string }> {
  if (order.status !== 'processing') return refuse(409, 'already_sent', 'This order has already left us.');
  const text = address.replace(/\s+/g, ' ').trim();
  if (text.length < 10 || text.length > 200 || !/\d/.test(text))
    return refuse(422, 'no_address', 'Street, number, postcode and town are needed.');
  order.address = text;
  return done({ reference: nextReference(state, 'AD'), address: text });
}

export function cancelSubscription(
  state: ShopState,
  subscription: Subscription,
  now: number,
): Done<{ reference: string }> {
  if (subscription.status !== 'active')
    return refuse(409, 'not_active', 'This subscription has already ended.');
  Object.assign(subscription, { status: 'cancelled', cancelledAt: now });
  return done({ reference: nextReference(state, 'SX') });
}

export function resumeSubscription(
  state: ShopState,
  subscription: Subscription,
  now: number,
): Done<{ reference: string }> {
  if (subscription.status !== 'cancelled')
    return refuse(409, 'not_cancelled', 'This subscription is not cancelled.');
  if (subscription.cancelledAt === undefined || now - subscription.cancelledAt > undoWindow)
    return refuse(409, 'window_over', 'A cancellation can be taken back for 10 minutes only.');
  Object.assign(subscription, { status: 'active', cancelledAt: undefined });
  return done({ reference: nextReference(state, 'SR') });
}
