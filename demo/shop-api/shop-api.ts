// The shop's HTTP API: the second business system that the chat reaches by a site's folder alone.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Answer, answersOf, bodyOf, missing } from '../business/answers.ts';
import { businessApi } from '../business/business-api.ts';
import { dayAfter } from '../business/day.ts';
import type { Effects } from '../business/effects.ts';
import { available, giveFree, orderProduct, setAside } from './shelf.ts';
import {
  cancelOrder,
  cancelSubscription,
  changeAddress,
  restoreOrder,
  resumeSubscription,
  returnBy,
  returnOrder,
} from './shop.ts';
import {
  type Order,
  type Product,
  type ShopState,
  type Subscription,
  seedShop,
  timeZone,
} from './shop-state.ts';

export interface ShopOptions {
  /** The day that the seeded dates count from; default: the moment of the reset. */
  seedDate?: Date;
  /** Default: SHOP_API_TOKEN, or the demo's. */
  token?: string;
  now?: () => Date;
  /** Other books to begin with. */
  seed?: (today: Date) => ShopState;
}

export function createShopApi(options: ShopOptions = {}): Hono {
  const now = options.now ?? (() => new Date());
  const token = options.token ?? process.env.SHOP_API_TOKEN ?? 'kiln-demo-token';
  const seed = () => (options.seed ?? seedShop)(options.seedDate ?? now());
  const books = { state: seed() };
  const reset = () => {
    books.state = seed();
  };
  return businessApi({ token, now, reset }, (effects) => routes(books, effects, now));
}

/** `x-customer` says for whom a change is asked; what is another customer's answers as what does not exist. */
function routes(books: { state: ShopState }, effects: Effects, clock: () => Date): Hono {
  const now = () => clock().getTime();
  const orderOf = (c: Context): Order | undefined =>
    books.state.orders.find(
      ({ reference, customer }) =>
        reference === c.req.param('reference') && customer === c.req.header('x-customer'),
    );
  const subscriptionOf = (c: Context): Subscription | undefined =>
    books.state.subscriptions.find(
      ({ id, customer }) => id === c.req.param('id') && customer === c.req.header('x-customer'),
    );
  const answer = answersOf(effects);

  const app = new Hono();
  app.use('/customers/:id/*', async (c, next) => {
    if (books.state.customers.some(({ id }) => id === c.req.param('id'))) return next();
    return missing(c, 'customer');
  });
  app.get('/customers/:id/orders', (c) =>
    c.json({
      orders: books.state.orders.filter(({ customer }) => customer === c.req.param('id')).map(orderView),
    }),
  );
  app.get('/customers/:id/subscriptions', (c) => {
    const own = books.state.subscriptions.filter(({ customer }) => customer === c.req.param('id'));
    return c.json({ subscriptions: own.map(({ customer: _, cancelledAt: __, ...view }) => view) });
  });
  app.get('/customers/:id/wishlist', (c) => {
    const wishes = books.state.customers.find(({ id }) => id === c.req.param('id'))?.wishes ?? [];
    const wished = books.state.products.filter(({ sku }) => wishes.includes(sku));
    return c.json({ wishlist: wished.map((product) => productView(books.state, product, clock())) });
  });
  serveShelf(app, books, answer, now);
  app.post('/orders/:reference/cancel', (c) => {
    const order = orderOf(c);
    return order
      ? answer(c, 'cancel-order', order.reference, cancelOrder(books.state, order, now()))
      : missing(c, 'order');
  });
  app.post('/orders/:reference/restore', (c) => {
    const order = orderOf(c);
    return order
      ? answer(c, 'restore-order', order.reference, restoreOrder(books.state, order, now()))
      : missing(c, 'order');
  });
  app.post('/orders/:reference/return', async (c) => {
    const order = orderOf(c);
    if (!order) return missing(c, 'order');
    const parsed = z.strictObject({ reason: z.string() }).safeParse(await bodyOf(c));
    if (!parsed.success) return c.json({ error: 'no_reason', message: 'The reason is missing.' }, 400);
    return answer(
      c,
      'return-order',
      order.reference,
      returnOrder(books.state, order, parsed.data.reason, now()),
    );
  });
  app.patch('/orders/:reference/address', async (c) => {
    const order = orderOf(c);
    if (!order) return missing(c, 'order');
    const parsed = z.strictObject({ address: z.string() }).safeParse(await bodyOf(c));
    if (!parsed.success) return c.json({ error: 'no_address', message: 'The address is missing.' }, 400);
    return answer(
      c,
      'change-address',
      order.reference,
      changeAddress(books.state, order, parsed.data.address),
    );
  });
  app.post('/subscriptions/:id/cancel', (c) => {
    const subscription = subscriptionOf(c);
    return subscription
      ? answer(
          c,
          'cancel-subscription',
          subscription.id,
          cancelSubscription(books.state, subscription, now()),
        )
      : missing(c, 'subscription');
  });
  app.post('/subscriptions/:id/resume', (c) => {
    const subscription = subscriptionOf(c);
    return subscription
      ? answer(
          c,
          'resume-subscription',
          subscription.id,
          resumeSubscription(books.state, subscription, now()),
        )
      : missing(c, 'subscription');
  });
  return app;
}

/** What is left, set aside, and ordered. A hold's key is the Idempotency-Key that asked for it. */
function serveShelf(app: Hono, books: { state: ShopState }, answer: Answer, now: () => number): void {
  const productOf = (c: Context) => books.state.products.find(({ sku }) => sku === c.req.param('sku'));
  const customerOf = (c: Context) => c.req.header('x-customer') ?? '';
  app.post('/products/:sku/hold', (c) => {
    const product = productOf(c);
    const key = c.req.header('idempotency-key');
    if (!product) return missing(c, 'product');
    if (!key) return c.json({ error: 'no_key', message: 'A hold needs an Idempotency-Key.' }, 400);
    const by = { key, customer: customerOf(c) };
    return answer(c, 'hold', product.sku, setAside(books.state, product, by, now()));
  });
  app.delete('/holds/:key', (c) => {
    const key = c.req.param('key');
    return answer(c, 'release', key, giveFree(books.state, key, now()));
  });
  app.post('/products/:sku/order', async (c) => {
    const product = productOf(c);
    if (!product) return missing(c, 'product');
    const parsed = z.strictObject({ hold: z.string() }).safeParse(await bodyOf(c));
    if (!parsed.success) return c.json({ error: 'no_hold', message: 'Which hold is it for?' }, 400);
    const customer = customerOf(c);
    const address = books.state.orders.find((order) => order.customer === customer)?.address ?? '';
    const by = { key: parsed.data.hold, customer, address };
    return answer(c, 'order', product.sku, orderProduct(books.state, product, by, now()));
  });
}

function orderView(order: Order) {
  const { customer: _, cancelledAt: __, sku: ___, ...own } = order;
  return { ...own, returnBy: returnBy(order) };
}

function productView(state: ShopState, product: Product, now: Date) {
  const { sku, name, price, days } = product;
  const stock = available(state, product, now.getTime());
  return { sku, name, price, stock, arrivesOn: dayAfter(now, days, timeZone) };
}
