// The one place that knows the CEL library: compiles a condition, and says what is wrong with it and where.
import { type Context, Environment } from '@marcbachmann/cel-js';
import type { Condition } from './site.ts';
import type { Fields, Kind, Variables } from './variables.ts';

const limits = { maxAstNodes: 500, maxDepth: 40 };

/** `offset` counts characters of the expression. */
export type Compiled = { condition: Condition } | { fault: string; offset: number; unknown?: string };

/** Checks an expression's syntax, its names and that it comes to true or false. */
export function compileCondition(source: string, variables: Variables): Compiled {
  const checked = typed(variables).check(source);
  if (!checked.valid) {
    const { summary = 'not an expression', range } = checked.error ?? {};
    const unknown = /^(?:Unknown variable|No such key): (\w+)/.exec(summary)?.[1];
    return { fault: summary, offset: range?.start ?? 0, ...(unknown ? { unknown } : {}) };
  }
  if (checked.type !== 'bool' && checked.type !== 'dyn') {
    return { fault: `comes to ${checked.type}, and must come to true or false`, offset: 0 };
  }
  // Records are plain JSON: they run untyped, since the library's typed lists take no plain objects.
  const run = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits,
  }).parse(source);
  const test = (values: Record<string, unknown>): boolean => {
    const result: unknown = run(withTimes(values));
    if (typeof result !== 'boolean')
      throw new TypeError(`the condition "${source}" came to ${typeof result}`);
    return result;
  };
  return { condition: { source, test } };
}

function withTimes(values: Record<string, unknown>): Context {
  return typeof values.now === 'number' ? { ...values, now: new Date(values.now) } : values;
}

function typed(variables: Variables): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false, limits });
  for (const [name, variable] of Object.entries(variables)) {
    if (typeof variable === 'string') environment.registerVariable(name, celType(variable));
    else if ('one' in variable) environment.registerVariable({ name, schema: celFields(variable.one) });
    else {
      const record = `${name}_record`;
      environment.registerType(record, { fields: celFields(variable.many) });
      environment.registerVariable(name, `list<${record}>`);
    }
  }
  return environment;
}

function celFields(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, celType(kind)]));
}

function celType(kind: Kind): string {
  // JSON has one kind of number, CEL three that do not mix: left open, 12 == 12.0 is true.
  const types: Record<Kind, string> = {
    string: 'string',
    number: 'dyn',
    boolean: 'bool',
    object: 'map',
    array: 'list',
    time: 'google.protobuf.Timestamp',
  };
  return types[kind];
}
