// What is inside an ICU message, as the server's parser reads it: for tests of words in every language.
import { IntlMessageFormat } from 'intl-messageformat';

interface Element {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
}

const literal = 0;
const pluralElement = 6;
const numberSign = 7;

/** Names of the values that the message has places for, in the order of the alphabet. Throws on a broken message. */
export function holesOf(message: string, locale: string): Set<string> {
  const names = everyElement(message, locale).flatMap(({ type, value }) =>
    type === literal || type === numberSign || value === undefined ? [] : [value],
  );
  return new Set(names.sort());
}

/** For each plural of the message the categories it has forms for. */
export function pluralsOf(message: string, locale: string): string[][] {
  return everyElement(message, locale)
    .filter(({ type }) => type === pluralElement)
    .map(({ options }) => Object.keys(options ?? {}).filter((category) => !category.startsWith('=')));
}

function everyElement(message: string, locale: string): Element[] {
  const within = (elements: Element[]): Element[] =>
    elements.flatMap((element) => [
      element,
      ...Object.values(element.options ?? {}).flatMap(({ value }) => within(value)),
    ]);
  return within(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst() as Element[]);
}
