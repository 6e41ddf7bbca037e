// Finds references ("ME204", "#99120", "A-1042-B") and plain numbers.
import type { PlacedEntity } from './entities.ts';

/** Letters and digits mixed, or five digits and more, or any number after # or a word that announces one. */
const reference =
  /(?<![\p{L}\p{N}])(?:(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*|\d{5,}(?:-\d+)*|(?<=#\s?|\b(?:order|booking|reference|ref|number|no|nr|invoice|case|bestellung|buchung|rechnung|auftrag|bestellnummer|buchungsnummer)[\s:.#]{1,2})\d{3,})(?![\p{L}\p{N}])/giu;
const plain = /(?<![\p{L}\p{N}.,-])\d{1,4}(?:[.,]\d+)?(?![\p{L}\p{N}-]|[.,]\d)/gu;
/** Mixed words that are no reference: "2nd", "3pm", "10kg", "24h", "1x". */
const measure =
  /^\d+(?:st|nd|rd|th|am|pm|kg|g|lb|lbs|cm|mm|m|km|gb|mb|tb|h|hr|hrs|min|mins|x|k|er|te|ten|ter|pcs|days?|weeks?|years?|d|w|s)$/i;

/** References in capitals, numbers as decimal strings. */
export function findReferences(text: string): PlacedEntity[] {
  const found: PlacedEntity[] = [];
  for (const match of text.matchAll(reference)) {
    if (measure.test(match[0])) continue;
    found.push({
      kind: 'reference',
      value: match[0].toUpperCase(),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of text.matchAll(plain)) {
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && end > other.start)) continue;
    found.push({ kind: 'number', value: match[0].replace(',', '.'), text: match[0], start, end });
  }
  return found;
}
