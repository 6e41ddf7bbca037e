// A sentence in ICU MessageFormat: made ready for the library, and what is wrong with it.
import { IntlMessageFormat } from 'intl-messageformat';
import { didYouMean } from './nearest.ts';
import { type Kind, kindOf, knownPaths, type Variables } from './variables.ts';

export interface TextFault {
  message: string;
  suggestion?: string;
}

/** ICU knows no dots: `{object.price, number}` becomes `{object_price, number}`. */
export function withoutDots(text: string): string {
  return text.replace(
    /\{\s*([A-Za-z]\w*(?:\.\w+)+)\s*(?=[,}])/g,
    (_, path: string) => `{${path.replaceAll('.', '_')}`,
  );
}

/** The paths that a text names, as its author wrote them; empty when it does not parse. */
export function namedPaths(text: string): string[] {
  return [...text.matchAll(/\{\s*([A-Za-z]\w*(?:\.\w+)*)\s*(?=[,}])/g)].map((match) => match[1]!);
}

/** Faults of one text of one locale; none when it can be said with values of these kinds. */
export function textFaults(text: string, locale: string, variables: Variables): TextFault[] {
  const paths = new Map(namedPaths(text).map((path) => [path.replaceAll('.', '_'), path]));
  const faults: TextFault[] = [];
  let format: IntlMessageFormat;
  try {
    format = new IntlMessageFormat(withoutDots(text), locale);
  } catch (error) {
    return [
      {
        message: `does not parse as ICU MessageFormat: ${(error as Error).message}`,
        suggestion: parseAdvice,
      },
    ];
  }
  const values: Record<string, string | number | Date> = {};
  for (const [name, use] of usedNames(format.getAst())) {
    const path = paths.get(name) ?? name;
    const kind = kindOf(variables, path);
    values[name] = use === 'number' ? 1 : use === 'time' ? new Date(0) : 'x';
    if (kind === undefined) {
      faults.push({ message: `names {${path}}, which is not known here`, ...suggest(path, variables) });
    } else if (!fits(kind, use)) {
      faults.push({ message: `uses {${path}} as a ${use}, and it is ${article(kind)}` });
    }
  }
  if (faults.length > 0) return faults;
  try {
    format.format(values);
  } catch (error) {
    return [{ message: `cannot be said: ${(error as Error).message}`, suggestion: parseAdvice }];
  }
  return [];
}

const parseAdvice =
  'each { needs its }; plural and select need an "other" branch; a literal brace stands as \'{\'';

type Use = 'text' | 'number' | 'time' | 'tag';

/** Argument names with how they are used; the numbers are the parser's element types. */
function usedNames(elements: ReturnType<IntlMessageFormat['getAst']>): [string, Use][] {
  return elements.flatMap((element): [string, Use][] => {
    switch (element.type) {
      case 1:
        return [[element.value, 'text']];
      case 2:
        return [[element.value, 'number']];
      case 3:
      case 4:
        return [[element.value, 'time']];
      case 5:
      case 6:
        return [
          [element.value, element.type === 6 ? 'number' : 'text'],
          ...Object.values(element.options).flatMap((option) => usedNames(option.value)),
        ];
      case 8:
        return [[element.value, 'tag']];
      default:
        return [];
    }
  });
}

function fits(kind: Kind | 'unknown', use: Use): boolean {
  if (use === 'tag') return false;
  if (kind === 'unknown') return true;
  if (use === 'number') return kind === 'number';
  if (use === 'time') return kind === 'string' || kind === 'time';
  return kind !== 'object' && kind !== 'array';
}

function article(kind: string): string {
  return kind === 'object' || kind === 'array' ? `an ${kind}` : `a ${kind}`;
}

function suggest(path: string, variables: Variables): { suggestion?: string } {
  const suggestion = didYouMean(path, knownPaths(variables));
  return suggestion ? { suggestion } : {};
}
