// Templates of a site's requests and arguments: `{object.id}` names a value by its dotted path. Not a language:
// conditions are CEL, sentences are ICU; this only puts one known value in its place.

const slot = /\{([a-z][\w-]*(?:\.[\w-]+)*)\}/gi;

/** The value at a dotted path of own properties, or undefined. */
export function valueAt(values: unknown, path: string): unknown {
  let value: unknown = values;
  for (const key of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/**
 * The template with its slots filled; a template that is one slot and nothing else keeps the value's type.
 * Throws RangeError when a slot has no value: a request with a hole in it is never sent.
 */
export function fillTemplate(
  template: string,
  values: Record<string, unknown>,
  encode: (value: string) => string = (value) => value,
): unknown {
  const whole = /^\{([^{}]+)\}$/.exec(template);
  if (whole?.[1]) return required(values, whole[1]);
  return template.replace(slot, (_, path: string) => encode(String(required(values, path))));
}

function required(values: Record<string, unknown>, path: string): unknown {
  const value = valueAt(values, path);
  if (value === undefined || value === null) throw new RangeError(`no value for {${path}}`);
  return value;
}
