// The shop page's "Your orders".
import { z } from 'zod';
import { html, type Markup } from './markup.ts';
import type { Ask } from './records.ts';
import type { Language } from './switcher.ts';

const ordersSchema = z.object({
  orders: z.array(
    z.object({
      reference: z.string(),
      item: z.string(),
      status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'returning']),
      expectedOn: z.string(),
      deliveredOn: z.string(),
      total: z.number(),
      address: z.string(),
    }),
  ),
});
const subscriptionsSchema = z.object({
  subscriptions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      weeks: z.number(),
      nextOn: z.string(),
      price: z.number(),
      status: z.enum(['active', 'cancelled']),
    }),
  ),
});

const words = {
  en: {
    none: 'Nothing has been ordered under this name yet.',
    nobody: 'Sign in above to see your orders.',
    away: 'Our order system does not answer right now.',
    expected: 'expected',
    delivered: 'delivered',
    next: 'next parcel',
    every: (weeks: number) => `every ${weeks} weeks`,
    states: {
      processing: 'Being packed',
      shipped: 'On its way',
      delivered: 'Delivered',
      cancelled: 'Cancelled',
      returning: 'Coming back',
      active: 'Running',
    },
  },
  de: {
    none: 'Unter diesem Namen wurde noch nichts bestellt.',
    nobody: 'Melden Sie sich oben an, um Ihre Bestellungen zu sehen.',
    away: 'Unser Bestellsystem antwortet gerade nicht.',
    expected: 'erwartet am',
    delivered: 'zugestellt am',
    next: 'nächstes Paket',
    every: (weeks: number) => `alle ${weeks} Wochen`,
    states: {
      processing: 'Wird gepackt',
      shipped: 'Unterwegs',
      delivered: 'Zugestellt',
      cancelled: 'Storniert',
      returning: 'Auf dem Rückweg',
      active: 'Läuft',
    },
  },
};

export async function shopRecords(ask: Ask, as: string, language: Language): Promise<Markup> {
  const text = words[language];
  if (as === 'anonymous') return html`<p class="nothing">${text.nobody}</p>`;
  const path = `/customers/${encodeURIComponent(as)}`;
  const orders = ordersSchema.safeParse(await ask(`${path}/orders`));
  const subscriptions = subscriptionsSchema.safeParse(await ask(`${path}/subscriptions`));
  if (!orders.success || !subscriptions.success) return html`<p class="nothing">${text.away}</p>`;
  const day = (date: string) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T12:00:00Z`),
    );
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  const record = (title: string, status: keyof typeof text.states, line: string) =>
    html`<article class="record"><h3>${title}</h3><span class="state${status === 'cancelled' ? ' off' : ''}">${text.states[status]}</span><p>${line}</p></article>`;
  const shown = [
    ...orders.data.orders.map(({ reference, item, status, expectedOn, deliveredOn, total, address }) => {
      const when =
        status === 'delivered'
          ? `${text.delivered} ${day(deliveredOn)}`
          : `${text.expected} ${day(expectedOn)}`;
      return record(item, status, `${reference}, ${money.format(total)}, ${when}, ${address}`);
    }),
    ...subscriptions.data.subscriptions.map(({ name, weeks, nextOn, price, status }) =>
      record(name, status, `${text.every(weeks)}, ${money.format(price)}, ${text.next} ${day(nextOn)}`),
    ),
  ];
  return shown.length === 0 ? html`<p class="nothing">${text.none}</p>` : html`${shown}`;
}
