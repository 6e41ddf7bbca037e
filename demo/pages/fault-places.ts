// What can go wrong in a demo, by place: the endpoints of the businesses' APIs in plain words, and the kinds of faults.
import type { Language } from './switcher.ts';

type Said = Record<Language, string>;

export interface FaultPlace {
  endpoint: string;
  label: Said;
  /** It has shelves that can be empty. */
  stock?: true;
}

const everything: FaultPlace = {
  endpoint: '*',
  label: { en: 'Everything at once', de: 'Alles auf einmal' },
};

export const faultPlaces: Record<string, FaultPlace[]> = {
  shop: [
    everything,
    { endpoint: 'GET /customers/*/orders', label: { en: 'Reading orders', de: 'Bestellungen lesen' } },
    {
      endpoint: 'GET /customers/*/wishlist',
      label: { en: 'Reading the wish list and its stock', de: 'Merkzettel und Bestand lesen' },
      stock: true,
    },
    {
      endpoint: 'POST /products/*/hold',
      label: { en: 'Setting something aside', de: 'Etwas zurücklegen' },
      stock: true,
    },
    { endpoint: 'POST /products/*/order', label: { en: 'Ordering', de: 'Bestellen' }, stock: true },
    { endpoint: 'POST /orders/*/cancel', label: { en: 'Cancelling an order', de: 'Bestellung stornieren' } },
    {
      endpoint: 'POST /orders/*/return',
      label: { en: 'Sending something back', de: 'Etwas zurückschicken' },
    },
    { endpoint: 'PATCH /orders/*/address', label: { en: 'Changing an address', de: 'Adresse ändern' } },
    {
      endpoint: 'POST /subscriptions/*/cancel',
      label: { en: 'Ending a subscription', de: 'Abo kündigen' },
    },
    {
      endpoint: 'GET /answers/*',
      label: { en: 'Asking what became of it', de: 'Nachfragen, was daraus wurde' },
    },
  ],
  airline: [
    everything,
    { endpoint: 'GET /customers/*/bookings', label: { en: 'Reading bookings', de: 'Buchungen lesen' } },
    { endpoint: 'GET /customers/*/bags', label: { en: 'Reading bags', de: 'Koffer lesen' } },
    { endpoint: 'POST /bookings/*/cancel', label: { en: 'Cancelling a flight', de: 'Flug stornieren' } },
    { endpoint: 'POST /bookings/*/change', label: { en: 'Changing a date', de: 'Datum ändern' } },
    { endpoint: 'DELETE /bags/*', label: { en: 'Removing a bag', de: 'Koffer entfernen' } },
    {
      endpoint: 'GET /answers/*',
      label: { en: 'Asking what became of it', de: 'Nachfragen, was daraus wurde' },
    },
  ],
};

export interface FaultKind {
  /** Its name in the address of a button. */
  id: string;
  label: Said;
  /** What the business's API is told. */
  fault: { kind: string; after?: true; status?: number; ms?: number };
  stock?: true;
  /** Of what only reads. */
  reads?: true;
}

export const faultKinds: FaultKind[] = [
  { id: 'slow', label: { en: 'slow, 1.5 s', de: 'langsam, 1,5 s' }, fault: { kind: 'latency', ms: 1500 } },
  { id: 'hang', label: { en: 'hangs', de: 'hängt' }, fault: { kind: 'hang' } },
  { id: 'error', label: { en: 'error 500', de: 'Fehler 500' }, fault: { kind: 'error' } },
  {
    id: 'refuse',
    label: { en: 'refuses, 409', de: 'weigert sich, 409' },
    fault: { kind: 'error', status: 409 },
  },
  { id: 'reset', label: { en: 'line breaks', de: 'Leitung bricht' }, fault: { kind: 'reset' } },
  {
    id: 'lost',
    label: { en: 'done, answer lost', de: 'getan, Antwort verloren' },
    fault: { kind: 'reset', after: true },
  },
  { id: 'html', label: { en: '200 with HTML', de: '200 mit HTML' }, fault: { kind: 'html' } },
  { id: 'shape', label: { en: 'wrong shape', de: 'falsche Form' }, fault: { kind: 'wrong-shape' } },
  { id: 'stale', label: { en: 'stale', de: 'veraltet' }, fault: { kind: 'stale' }, reads: true },
  {
    id: 'sold-out',
    label: { en: 'out of stock', de: 'ausverkauft' },
    fault: { kind: 'out-of-stock' },
    stock: true,
  },
];
