// Finds amounts of money: "$49.90", "120 euros", "1.200,50 €".
import type { PlacedEntity } from './entities.ts';

const currencies: Record<string, string> = {
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  buck: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  '₹': 'INR',
  inr: 'INR',
  rs: 'INR',
  rupee: 'INR',
  rupees: 'INR',
  chf: 'CHF',
  franken: 'CHF',
  francs: 'CHF',
  '¥': 'JPY',
  yen: 'JPY',
  jpy: 'JPY',
  aud: 'AUD',
  cad: 'CAD',
  nok: 'NOK',
  sek: 'SEK',
  dkk: 'DKK',
  kr: 'NOK',
};

const number = String.raw`\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const before = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([$€£₹¥]|usd|eur|gbp|inr|chf|rs\.?)\s?(${number})(?![\p{L}\p{N}])`,
  'giu',
);
const after = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(${number})\s?([$€£₹¥]|(?:usd|dollars?|bucks?|eur|euros?|gbp|pounds?|quid|inr|rs|rupees?|chf|franken|francs|yen|jpy|aud|cad|nok|sek|dkk|kr)(?![\p{L}\p{N}]))`,
  'giu',
);

/** Values as decimal strings ("1200.50") with an ISO 4217 currency. */
export function findAmounts(text: string, language: string): PlacedEntity[] {
  const found: PlacedEntity[] = [];
  const add = (match: RegExpMatchArray, amount: string, unit: string) => {
    const start = match.index!;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && end > other.start)) return;
    const currency = currencies[unit.toLowerCase().replace('.', '')]!;
    found.push({ kind: 'money', value: decimal(amount, language), currency, text: match[0], start, end });
  };
  for (const match of text.matchAll(before)) add(match, match[2]!, match[1]!);
  for (const match of text.matchAll(after)) add(match, match[1]!, match[2]!);
  return found;
}

/** "1.200,50" or "1,200.50" to "1200.50": one or two digits after the last separator are decimals. */
function decimal(amount: string, _language: string): string {
  const match = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(amount.replace(/[' ]/g, ''))!;
  const whole = match[1]!.replace(/[.,]/g, '');
  return match[2] === undefined ? whole : `${whole}.${match[2].padEnd(2, '0')}`;
}
