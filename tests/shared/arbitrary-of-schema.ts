// Makes values that a zod schema accepts, straight from the schema: a type of event that is added later is
// covered by the properties from its first day.
import fc from 'fast-check';
import type { z } from 'zod';
import { open } from '../../shared/event-parts-schema.ts';

/** Few ids, so that answers meet their questions and outcomes their proposals. */
const ids = fc.constantFrom('one', 'two', 'three', 'do', 'keep');
const words = fc.oneof(ids, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }));
/** As it comes back from JSON: without -0. */
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** The parts of a zod schema's definition that are used here. */
interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  values?: (string | number)[];
  entries?: Record<string, string>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  options?: z.core.$ZodType[];
  /** `safeint` of an integer. */
  format?: string;
  checks?: { _zod: { def: Check } }[];
}

interface Check {
  check: string;
  value?: number;
  inclusive?: boolean;
  minimum?: number;
  /** An exact length. */
  length?: number;
}

/** Throws for a kind of schema that it does not know, so that none is passed over. */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const definition = schema._zod.def as unknown as Definition;
  switch (definition.type) {
    case 'object':
      return objectOf(definition.shape!);
    case 'string': {
      const exact = definition.checks?.map((one) => one._zod.def.length).find((one) => one !== undefined);
      return exact === undefined ? words : fc.string({ minLength: exact, maxLength: exact });
    }
    case 'number':
      return numberOf(definition);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...definition.values!);
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries!));
    case 'array': {
      const minLength = limitOf(definition, 'min_length') ?? 0;
      return fc.array(arbitraryOf(definition.element!), { minLength, maxLength: Math.max(minLength, 3) });
    }
    case 'record':
      return fc.dictionary(fc.constantFrom('a', 'b', 'c'), arbitraryOf(definition.valueType!), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case 'nullable':
      return fc.option(arbitraryOf(definition.innerType!), { nil: null });
    case 'union':
      return fc.oneof(...definition.options!.map(arbitraryOf));
    case 'unknown':
      return json;
    case 'custom':
      if (schema === open)
        return fc.dictionary(fc.constantFrom('a', 'b', 'c'), json, { maxKeys: 3, noNullPrototype: true });
      break;
  }
  throw new Error(`There is no arbitrary for a schema of type ${definition.type} yet.`);
}

function numberOf(definition: Definition): fc.Arbitrary<number> {
  const min = limitOf(definition, 'greater_than') ?? -1e6;
  const max = limitOf(definition, 'less_than') ?? 1e12;
  if (definition.format !== undefined) return fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) });
  return fc.double({ min, max, noNaN: true }).map((number) => number + 0);
}

/** An exclusive limit is one of an integer here, and then the next one is allowed. */
function limitOf(definition: Definition, check: string): number | undefined {
  const limit = definition.checks?.map((one) => one._zod.def).find((one) => one.check === check);
  const value = limit?.value ?? limit?.minimum;
  if (value === undefined || limit?.inclusive !== false) return value;
  return check === 'greater_than' ? value + 1 : value - 1;
}

/** Optional properties are there or are not: never there and undefined. */
function objectOf(shape: Record<string, z.core.$ZodType>): fc.Arbitrary<unknown> {
  const isOptional = (schema: z.core.$ZodType) => schema._zod.def.type === 'optional';
  const entries = Object.entries(shape);
  const model = entries.map(([key, schema]) => {
    const { innerType } = schema._zod.def as unknown as Definition;
    return [key, arbitraryOf(isOptional(schema) ? innerType! : schema)] as const;
  });
  const requiredKeys = entries.filter(([, schema]) => !isOptional(schema)).map(([key]) => key);
  return fc.record(Object.fromEntries(model), { requiredKeys, noNullPrototype: true });
}
