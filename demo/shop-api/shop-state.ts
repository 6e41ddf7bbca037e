// The shop's books: what is stored, and the demo customers as they are after a reset.
import { dayAfter } from '../business/day.ts';

export const timeZone = 'Europe/Berlin';

export interface Order {
  reference: string;
  customer: string;
  item: string;
  /** What goes back on the shelf when it is cancelled. */
  sku?: string;
  status: 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'returning';
  /** ISO dates; `deliveredOn` is empty until then. */
  placedOn: string;
  expectedOn: string;
  deliveredOn: string;
  /** Euros. */
  total: number;
  address: string;
  refundState: 'none' | 'pending' | 'sent';
  refundAmount: number;
  /** Epoch ms, while cancelled. */
  cancelledAt?: number;
}

export interface Subscription {
  id: string;
  customer: string;
  name: string;
  /** Weeks between two parcels. */
  weeks: number;
  /** Euros for each parcel. */
  price: number;
  nextOn: string;
  status: 'active' | 'cancelled';
  cancelledAt?: number;
}

export interface Product {
  sku: string;
  name: string;
  /** Euros. */
  price: number;
  stock: number;
  /** Days from an order to the door. */
  days: number;
}

export interface ShopState {
  customers: { id: string; name: string; wishes: string[] }[];
  orders: Order[];
  subscriptions: Subscription[];
  products: Product[];
  /** What is set aside, by key. */
  holds: Map<string, { sku: string; customer: string; until: number; status: 'held' | 'used' | 'freed' }>;
  counter: number;
}

const fresh = { deliveredOn: '', refundState: 'none', refundAmount: 0 } as const;
const home = 'Gärtnerstraße 8, 10245 Berlin';

/** `today` is the moment of the reset; every date counts from it. */
export function seedShop(today: Date): ShopState {
  const day = (days: number) => dayAfter(today, days, timeZone);
  return {
    customers: [
      { id: 'cust-one', name: 'Nils Okafor', wishes: ['ash-teapot'] },
      { id: 'cust-two', name: 'Greta Marin', wishes: ['tall-kettle', 'linen-apron'] },
      { id: 'cust-none', name: 'Sam Novak', wishes: [] },
    ],
    orders: [
      {
        ...fresh,
        reference: 'KK-20417',
        customer: 'cust-one',
        item: 'Copper kettle',
        status: 'processing',
        placedOn: day(0),
        expectedOn: day(3),
        total: 84,
        address: home,
      },
      {
        ...fresh,
        reference: 'KK-20390',
        customer: 'cust-two',
        item: 'Set of four bowls',
        status: 'processing',
        placedOn: day(-1),
        expectedOn: day(2),
        total: 68,
        address: home,
      },
      {
        ...fresh,
        reference: 'KK-20188',
        customer: 'cust-two',
        item: 'Pour-over stand',
        status: 'delivered',
        placedOn: day(-12),
        expectedOn: day(-9),
        deliveredOn: day(-9),
        total: 46,
        address: home,
      },
    ],
    subscriptions: [
      {
        id: 'sub-71',
        customer: 'cust-two',
        name: 'House coffee, 500 g',
        weeks: 4,
        price: 17.5,
        nextOn: day(9),
        status: 'active',
      },
    ],
    products: [
      { sku: 'ash-teapot', name: 'Ash teapot', price: 59, stock: 3, days: 2 },
      { sku: 'tall-kettle', name: 'Tall kettle', price: 96, stock: 0, days: 3 },
      { sku: 'linen-apron', name: 'Linen apron', price: 38, stock: 22, days: 2 },
    ],
    holds: new Map(),
    counter: 30_000,
  };
}
