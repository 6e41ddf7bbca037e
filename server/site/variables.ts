// What the texts, templates and conditions of a site may name at each place: dotted paths with their kinds.

/** JSON's types, and what is a point in time. */
export type Kind = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'time';

/** Property name → its kind. */
export type Fields = Record<string, Kind>;

/** `one`: a single group of fields; `many`: a list of such groups; else a plain value. */
type Variable = Kind | { one: Fields } | { many: Fields };
export type Variables = Record<string, Variable>;

/** What every site knows of its customer: from the identity's token. */
export const customerFields: Fields = { id: 'string', name: 'string' };

/** The kind of a dotted path; `unknown` below a property that is an object of the business's own. */
export function kindOf(variables: Variables, path: string): Kind | 'unknown' | undefined {
  const [first, second, ...rest] = path.split('.');
  const variable = Object.hasOwn(variables, first!) ? variables[first!] : undefined;
  if (variable === undefined) return undefined;
  if (typeof variable === 'string') return second === undefined ? variable : below(variable);
  if ('many' in variable) return second === undefined ? 'array' : undefined;
  if (second === undefined) return 'object';
  if (!Object.hasOwn(variable.one, second)) return undefined;
  const kind = variable.one[second]!;
  return rest.length === 0 ? kind : below(kind);
}

function below(kind: Kind): 'unknown' | undefined {
  return kind === 'object' || kind === 'array' ? 'unknown' : undefined;
}

/** All paths that lead to a value, for suggestions. */
export function knownPaths(variables: Variables): string[] {
  return Object.entries(variables).flatMap(([name, variable]) =>
    typeof variable === 'object' && 'one' in variable
      ? Object.keys(variable.one).map((field) => `${name}.${field}`)
      : [name],
  );
}
