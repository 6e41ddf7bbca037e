// The airline's own rules: what may be done to a booking and what it costs, whoever asks.
import { dayAfter, daysBetween, instantOf, isDay } from '../business/day.ts';
import { type Done, done, nextReference, refuse } from '../business/done.ts';
import { type AirlineState, type Bag, type Booking, timeZone } from './airline-state.ts';

const hour = 3_600_000;
/** How long a cancellation or removal can be taken back, ms. */
const undoWindow: number = 10 * 60_000;

const bagSizes: Record<string, { weight: number; price: number }> = {
  light: { weight: 15, price: 29 },
  standard: { weight: 23, price: 39 },
  heavy: { weight: 32, price: 59 },
};

export function departure(booking: Booking): number {
  return Date.parse(instantOf(booking.date, booking.time, timeZone));
}

export function bagsOf(state: AirlineState, booking: Booking): Bag[] {
  return state.bags.filter(({ reference, status }) => reference === booking.reference && status === 'active');
}

/** What is on its way back to the customer for this booking and its bags, euros. */
export function refundDue(state: AirlineState, booking: Booking): number {
  const bags = state.bags.filter(({ reference }) => reference === booking.reference);
  const forBags = bags.reduce((sum, { refunded }) => sum + refunded, 0);
  return forBags + (booking.status === 'cancelled' ? booking.refundable : 0);
}

export function cancelBooking(
  state: AirlineState,
  booking: Booking,
  now: number,
): Done<{ reference: string; refund: number }> {
  if (booking.status !== 'active') return refuse(409, 'not_active', 'This booking is already cancelled.');
  if (departure(booking) - now < hour)
    return refuse(409, 'too_late', 'It is less than an hour to departure.');
  Object.assign(booking, { status: 'cancelled', cancelledAt: now });
  return done({ reference: nextReference(state, 'CX'), refund: booking.refundable });
}

export function reinstateBooking(
  state: AirlineState,
  booking: Booking,
  now: number,
): Done<{ reference: string }> {
  if (booking.status !== 'cancelled') return refuse(409, 'not_cancelled', 'This booking is not cancelled.');
  if (booking.cancelledAt === undefined || now - booking.cancelledAt > undoWindow)
    return refuse(409, 'window_over', 'A cancellation can be taken back for 10 minutes only.');
  Object.assign(booking, { status: 'active', cancelledAt: undefined });
  return done({ reference: nextReference(state, 'RI') });
}

export function changeDate(
  state: AirlineState,
  booking: Booking,
  date: string,
  now: number,
): Done<{ reference: string; date: string; fee: number; seat: string }> {
  if (booking.status !== 'active') return refuse(409, 'not_active', 'This booking is cancelled.');
  if (!isDay(date)) return refuse(422, 'no_date', 'That is no date.');
  if (date === booking.date) return refuse(422, 'same_day', 'The flight is on that day already.');
  const ahead = daysBetween(dayAfter(new Date(now), 0, timeZone), date);
  if (ahead < 1) return refuse(422, 'past', 'The new date has to be tomorrow or later.');
  if (ahead > 330) return refuse(422, 'too_far', 'Flights can be booked 330 days ahead.');
  // The fifth row further back is always free, in this airline.
  const row = (Number.parseInt(booking.seat, 10) + 4) % 30;
  Object.assign(booking, { date, seat: `${row + 1}${booking.seat.at(-1)}` });
  return done({ reference: nextReference(state, 'CH'), date, fee: booking.changeFee, seat: booking.seat });
}

export function addBag(
  state: AirlineState,
  booking: Booking,
  size: string,
): Done<{ id: string; weight: number; price: number }> {
  if (booking.status !== 'active') return refuse(409, 'not_active', 'This booking is cancelled.');
  const chosen = Object.hasOwn(bagSizes, size) ? bagSizes[size] : undefined;
  if (!chosen) return refuse(422, 'no_size', `A bag is ${Object.keys(bagSizes).join(', ')}.`);
  if (bagsOf(state, booking).length >= 3)
    return refuse(409, 'too_many', 'Three bags are the most for one booking.');
  state.counter += 1;
  const { reference } = booking;
  const bag: Bag = { id: `bag-${state.counter}`, reference, ...chosen, status: 'active', refunded: 0 };
  state.bags.push(bag);
  return done({ id: bag.id, ...chosen });
}

export function removeBag(
  state: AirlineState,
  bag: Bag,
  booking: Booking,
  now: number,
): Done<{ reference: string; refund: number }> {
  if (bag.status !== 'active') return refuse(409, 'not_active', 'This bag is already removed.');
  if (booking.status !== 'active')
    return refuse(409, 'booking_cancelled', 'The booking of this bag is cancelled.');
  const refunded = bagRefund(bag, booking, now);
  Object.assign(bag, { status: 'removed', removedAt: now, refunded });
  return done({ reference: nextReference(state, 'BR'), refund: refunded });
}

/** Two hours before departure the hold is being loaded: nothing is paid back any more. */
export function bagRefund(bag: Bag, booking: Booking, now: number): number {
  return departure(booking) - now > 2 * hour ? bag.price : 0;
}

export function restoreBag(state: AirlineState, bag: Bag, now: number): Done<{ reference: string }> {
  if (bag.status !== 'removed') return refuse(409, 'not_removed', 'This bag is not removed.');
  if (bag.removedAt === undefined || now - bag.removedAt > undoWindow)
    return refuse(409, 'window_over', 'A removal can be taken back for 10 minutes only.');
  Object.assign(bag, { status: 'active', removedAt: undefined, refunded: 0 });
  return done({ reference: nextReference(state, 'BB') });
}
