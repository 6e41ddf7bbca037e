// The airline's books: what is stored, and the demo customers as they are after a reset.
import { dayAfter } from '../business/day.ts';

export const timeZone = 'Europe/Berlin';

interface Customer {
  id: string;
  name: string;
  email: string;
  phone: string;
}

export interface Booking {
  reference: string;
  customer: string;
  flight: string;
  origin: string;
  destination: string;
  /** ISO date and wall-clock time at the origin. */
  date: string;
  time: string;
  status: 'active' | 'cancelled';
  /** Minutes. */
  delay: number;
  seat: string;
  /** Euros. */
  price: number;
  refundable: number;
  changeFee: number;
  /** Epoch ms, while cancelled. */
  cancelledAt?: number;
}

export interface Bag {
  id: string;
  reference: string;
  /** kg */
  weight: number;
  /** Euros. */
  price: number;
  status: 'active' | 'removed';
  /** Euros that were paid back for it, while removed. */
  refunded: number;
  /** Epoch ms, while removed. */
  removedAt?: number;
}

export interface AirlineState {
  customers: Customer[];
  bookings: Booking[];
  bags: Bag[];
  /** The last number given out for a receipt or a bag. */
  counter: number;
}

const fresh = { status: 'active', delay: 0 } as const;

/** `today` is the moment of the reset; every date counts from it. */
export function seedAirline(today: Date): AirlineState {
  const day = (days: number) => dayAfter(today, days, timeZone);
  const oslo = { flight: 'ME204', origin: 'Berlin', destination: 'Oslo', time: '09:40' };
  const stockholm = { flight: 'ME118', origin: 'Berlin', destination: 'Stockholm', time: '14:15' };
  const reykjavik = { flight: 'ME342', origin: 'Berlin', destination: 'Reykjavik', time: '11:05' };
  return {
    customers: [
      { id: 'cust-one', name: 'Ada Lindqvist', email: 'ada@lindqvist.example', phone: '+4915155500101' },
      { id: 'cust-two', name: 'Jonas Weber', email: 'jonas.weber@post.example', phone: '+4915155500102' },
      { id: 'cust-none', name: 'Mira Sato', email: 'mira@sato.example', phone: '+4915155500103' },
      { id: 'cust-vip', name: 'Elif Aydin', email: 'elif@aydin.example', phone: '+4915155500104' },
    ],
    bookings: [
      {
        ...fresh,
        ...oslo,
        reference: 'Q7K2MX',
        customer: 'cust-one',
        date: day(12),
        seat: '14C',
        price: 189,
        refundable: 129,
        changeFee: 25,
      },
      {
        ...fresh,
        ...stockholm,
        reference: 'H3T8WZ',
        customer: 'cust-two',
        date: day(6),
        seat: '7A',
        price: 142,
        refundable: 82,
        changeFee: 25,
      },
      {
        ...fresh,
        ...reykjavik,
        reference: 'B9N4RC',
        customer: 'cust-two',
        date: day(27),
        seat: '21F',
        price: 318,
        refundable: 0,
        changeFee: 45,
      },
      {
        ...fresh,
        ...stockholm,
        reference: 'V2D6KL',
        customer: 'cust-vip',
        date: day(1),
        delay: 95,
        seat: '2A',
        price: 296,
        refundable: 296,
        changeFee: 0,
      },
      {
        ...fresh,
        ...oslo,
        reference: 'M5P1XQ',
        customer: 'cust-vip',
        date: day(9),
        seat: '1C',
        price: 204,
        refundable: 204,
        changeFee: 0,
        status: 'cancelled',
      },
    ],
    bags: [
      { id: 'bag-101', reference: 'Q7K2MX', weight: 23, price: 39, status: 'active', refunded: 0 },
      { id: 'bag-201', reference: 'H3T8WZ', weight: 15, price: 29, status: 'active', refunded: 0 },
      { id: 'bag-202', reference: 'B9N4RC', weight: 23, price: 39, status: 'active', refunded: 0 },
    ],
    counter: 1000,
  };
}
