// ICU texts, of the site and of our own, filled with real values in the customer's language. Dates are read as
// the site writes them (ISO) and shown as people of that language say them.
import { IntlMessageFormat } from 'intl-messageformat';

const formats = {
  date: {
    medium: { day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: 'numeric', month: 'short' },
    long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  },
} as const;

interface Parsed {
  message: IntlMessageFormat;
  /** Names of the arguments that are shown as dates or times. */
  dated: Set<string>;
}

const cache = new Map<string, Parsed>();

function parsed(text: string, locale: string): Parsed {
  const key = `${locale}\n${text}`;
  let known = cache.get(key);
  if (!known) {
    if (cache.size > 5000) cache.clear();
    const message = new IntlMessageFormat(text, locale, formats, { ignoreTag: true });
    known = { message, dated: new Set() };
    collectDated(message.getAst() as Element[], known.dated);
    cache.set(key, known);
  }
  return known;
}

/** The text with its values; throws when a value is missing, so that no sentence goes out with a hole in it. */
export function formatWords(text: string, locale: string, values: Record<string, unknown> = {}): string {
  const { message, dated } = parsed(text, locale);
  const flat: Record<string, string | number | boolean | Date> = {};
  flatten(values, '', flat, dated);
  return String(message.format(flat));
}

interface Element {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
}

const dateElement = 3;
const timeElement = 4;

function collectDated(elements: Element[], dated: Set<string>): void {
  for (const element of elements) {
    if ((element.type === dateElement || element.type === timeElement) && element.value)
      dated.add(element.value);
    for (const option of Object.values(element.options ?? {})) collectDated(option.value, dated);
    if (element.children) collectDated(element.children, dated);
  }
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** `{object: {id}}` is `object_id` in a text: ICU names have no dots. */
function flatten(
  values: Record<string, unknown>,
  prefix: string,
  into: Record<string, string | number | boolean | Date>,
  dated: Set<string>,
): void {
  for (const [key, value] of Object.entries(values)) {
    const name = prefix + key;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)) {
      flatten(value as Record<string, unknown>, `${name}_`, into, dated);
    } else if (dated.has(name) && typeof value === 'string') {
      // A day without a time is shown as that day in every time zone: noon is far from both of its ends.
      into[name] = new Date(isoDay.test(value) ? `${value}T12:00:00Z` : value);
    } else if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean' ||
      value instanceof Date
    ) {
      into[name] = value;
    }
  }
}
