// The airline page's "My trips".
import { z } from 'zod';
import { html, type Markup } from './markup.ts';
import type { Ask } from './records.ts';
import type { Language } from './switcher.ts';

const bookingsSchema = z.object({
  bookings: z.array(
    z.object({
      reference: z.string(),
      flight: z.string(),
      origin: z.string(),
      destination: z.string(),
      date: z.string(),
      time: z.string(),
      status: z.enum(['active', 'cancelled', 'flown']),
      seat: z.string(),
      delay: z.number(),
      bagCount: z.number(),
    }),
  ),
});

const words = {
  en: {
    none: 'No trips are booked under this name.',
    nobody: 'Sign in above to see your trips.',
    seat: 'seat',
    away: 'Our booking system does not answer right now.',
    active: 'Booked',
    cancelled: 'Cancelled',
    flown: 'Flown',
    late: (minutes: number) => `${minutes} min late`,
    bags: (count: number) =>
      count === 0 ? 'no checked bag' : count === 1 ? '1 checked bag' : `${count} checked bags`,
  },
  de: {
    none: 'Unter diesem Namen ist keine Reise gebucht.',
    nobody: 'Melden Sie sich oben an, um Ihre Reisen zu sehen.',
    seat: 'Platz',
    away: 'Unser Buchungssystem antwortet gerade nicht.',
    active: 'Gebucht',
    cancelled: 'Storniert',
    flown: 'Geflogen',
    late: (minutes: number) => `${minutes} Min. später`,
    bags: (count: number) => (count === 0 ? 'kein Koffer' : count === 1 ? '1 Koffer' : `${count} Koffer`),
  },
};

export async function airlineRecords(ask: Ask, as: string, language: Language): Promise<Markup> {
  const text = words[language];
  if (as === 'anonymous') return html`<p class="nothing">${text.nobody}</p>`;
  const parsed = bookingsSchema.safeParse(await ask(`/customers/${encodeURIComponent(as)}/bookings`));
  if (!parsed.success) return html`<p class="nothing">${text.away}</p>`;
  if (parsed.data.bookings.length === 0) return html`<p class="nothing">${text.none}</p>`;
  const day = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return html`${parsed.data.bookings.map((booking) => {
    const { flight, origin, destination, date, time, status, seat, delay, bagCount, reference } = booking;
    const state = status === 'active' && delay > 0 ? text.late(delay) : text[status];
    const off = status === 'cancelled' || (status === 'active' && delay > 0) ? ' off' : '';
    return html`<article class="record"><span class="code">${flight}</span><h3>${origin} – ${destination}</h3><span class="state${off}">${state}</span>
<p>${day.format(new Date(`${date}T12:00:00Z`))}, ${time}, ${text.seat} ${seat}, ${text.bags(bagCount)}, ${reference}</p></article>`;
  })}`;
}
