// The airline's HTTP API: the business system that the chat reaches by its site's folder alone.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { answersOf, bodyOf, missing } from '../business/answers.ts';
import { businessApi } from '../business/business-api.ts';
import type { Effects } from '../business/effects.ts';
import {
  addBag,
  bagRefund,
  bagsOf,
  cancelBooking,
  changeDate,
  departure,
  refundDue,
  reinstateBooking,
  removeBag,
  restoreBag,
} from './airline.ts';
import { type AirlineState, type Bag, type Booking, seedAirline } from './airline-state.ts';

export interface AirlineOptions {
  /** The day that the seeded dates count from; default: the moment of the reset. */
  seedDate?: Date;
  /** Default: AIRLINE_API_TOKEN, or the demo's. */
  token?: string;
  now?: () => Date;
}

const contact = z
  .strictObject({
    email: z.email().max(200).optional(),
    phone: z
      .string()
      .regex(/^\+\d{7,15}$/)
      .optional(),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined);

export function createAirlineApi(options: AirlineOptions = {}): Hono {
  const now = options.now ?? (() => new Date());
  const token = options.token ?? process.env.AIRLINE_API_TOKEN ?? 'meridian-demo-token';
  const seed = () => seedAirline(options.seedDate ?? now());
  const books = { state: seed() };
  const reset = () => {
    books.state = seed();
  };
  return businessApi({ token, now, reset }, (effects) => routes(books, effects, () => now().getTime()));
}

/** `x-customer` says for whom a change is asked; what is another customer's answers as what does not exist. */
function routes(books: { state: AirlineState }, effects: Effects, now: () => number): Hono {
  const bookingOf = (c: Context): Booking | undefined =>
    books.state.bookings.find(
      ({ reference, customer }) =>
        reference === c.req.param('reference') && customer === c.req.header('x-customer'),
    );
  const bagOf = (c: Context): { bag: Bag; booking: Booking } | undefined => {
    const bag = books.state.bags.find(({ id }) => id === c.req.param('id'));
    const booking = books.state.bookings.find(({ reference }) => reference === bag?.reference);
    return bag && booking && booking.customer === c.req.header('x-customer') ? { bag, booking } : undefined;
  };
  const answer = answersOf(effects);

  const app = new Hono();
  app.get('/customers/:id/bookings', (c) => {
    const { state } = books;
    const id = c.req.param('id');
    if (!state.customers.some((customer) => customer.id === id)) return missing(c, 'customer');
    return c.json({
      bookings: state.bookings
        .filter(({ customer }) => customer === id)
        .map((one) => bookingView(state, one, now())),
    });
  });
  app.get('/customers/:id/bags', (c) => {
    const { state } = books;
    const id = c.req.param('id');
    if (!state.customers.some((customer) => customer.id === id)) return missing(c, 'customer');
    const own = state.bookings.filter(({ customer, status }) => customer === id && status === 'active');
    return c.json({ bags: own.flatMap((one) => bagsOf(state, one).map((bag) => bagView(bag, one, now()))) });
  });
  app.get('/customers/:id/profile', (c) => {
    const customer = books.state.customers.find(({ id }) => id === c.req.param('id'));
    return customer ? c.json({ profile: [customer] }) : missing(c, 'customer');
  });
  app.patch('/customers/:id/contact', async (c) => {
    const id = c.req.param('id');
    const customer = books.state.customers.find((one) => one.id === id);
    if (!customer || c.req.header('x-customer') !== id) return missing(c, 'customer');
    const parsed = contact.safeParse(await bodyOf(c));
    if (!parsed.success)
      return c.json(
        {
          error: 'no_contact',
          message: 'An e-mail address or a phone number such as +4930123456 is needed.',
        },
        422,
      );
    Object.assign(customer, parsed.data);
    books.state.counter += 1;
    const reference = `CC-${books.state.counter}`;
    return answer(c, 'change-contact', id, {
      ok: true,
      done: { reference, email: customer.email, phone: customer.phone },
    });
  });
  app.post('/bookings/:reference/cancel', (c) => {
    const booking = bookingOf(c);
    return booking
      ? answer(c, 'cancel-flight', booking.reference, cancelBooking(books.state, booking, now()))
      : missing(c, 'booking');
  });
  app.post('/bookings/:reference/reinstate', (c) => {
    const booking = bookingOf(c);
    return booking
      ? answer(c, 'reinstate-flight', booking.reference, reinstateBooking(books.state, booking, now()))
      : missing(c, 'booking');
  });
  app.post('/bookings/:reference/change', async (c) => {
    const booking = bookingOf(c);
    if (!booking) return missing(c, 'booking');
    const parsed = z.strictObject({ date: z.string() }).safeParse(await bodyOf(c));
    if (!parsed.success) return c.json({ error: 'no_date', message: 'The new date is missing.' }, 400);
    return answer(
      c,
      'change-flight',
      booking.reference,
      changeDate(books.state, booking, parsed.data.date, now()),
    );
  });
  app.post('/bookings/:reference/bags', async (c) => {
    const booking = bookingOf(c);
    if (!booking) return missing(c, 'booking');
    const parsed = z.strictObject({ size: z.string() }).safeParse(await bodyOf(c));
    if (!parsed.success) return c.json({ error: 'no_size', message: 'The size of the bag is missing.' }, 400);
    return answer(c, 'add-bag', booking.reference, addBag(books.state, booking, parsed.data.size));
  });
  app.delete('/bags/:id', (c) => {
    const found = bagOf(c);
    return found
      ? answer(c, 'remove-bag', found.bag.id, removeBag(books.state, found.bag, found.booking, now()))
      : missing(c, 'bag');
  });
  app.post('/bags/:id/restore', (c) => {
    const found = bagOf(c);
    return found
      ? answer(c, 'restore-bag', found.bag.id, restoreBag(books.state, found.bag, now()))
      : missing(c, 'bag');
  });
  return app;
}

function bookingView(state: AirlineState, booking: Booking, now: number) {
  const { customer: _, cancelledAt: __, ...own } = booking;
  const departsAt = departure(booking);
  const refundAmount = refundDue(state, booking);
  return {
    ...own,
    refundAmount,
    refundState: refundAmount > 0 ? 'pending' : 'none',
    status: booking.status === 'active' && departsAt < now ? 'flown' : booking.status,
    departsAt: new Date(departsAt).toISOString(),
    bagCount: bagsOf(state, booking).length,
    checkIn: departsAt - now < 36 * 3_600_000 ? 'open' : 'later',
  };
}

function bagView(bag: Bag, booking: Booking, now: number) {
  const { flight, origin, destination, date } = booking;
  const { id, reference, weight, price, status } = bag;
  const departsAt = new Date(departure(booking)).toISOString();
  return {
    id,
    reference,
    weight,
    price,
    status,
    flight,
    origin,
    destination,
    date,
    departsAt,
    refundable: bagRefund(bag, booking, now),
  };
}
