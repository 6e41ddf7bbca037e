// JSON Schemas of a site's files, for editors; also what tells a misspelt key's nearest neighbours.
import { z } from 'zod';
import { actionsFileSchema } from './actions-schema.ts';
import { factsFileSchema } from './facts-schema.ts';
import { intentsFileSchema } from './intents-schema.ts';
import { siteFileSchema } from './site-schema.ts';
import { articleHeadSchema, testsFileSchema } from './tests-schema.ts';

export type JsonSchema = Record<string, unknown>;

const schemas = {
  site: siteFileSchema,
  intents: intentsFileSchema,
  actions: actionsFileSchema,
  facts: factsFileSchema,
  tests: testsFileSchema,
  article: articleHeadSchema,
};
export type FileKind = keyof typeof schemas;

/** Draft 7 (what editors' YAML support reads), of the file as written: what has a default is optional. */
export function jsonSchema(kind: FileKind): JsonSchema {
  const title = kind === 'article' ? 'The head of an article' : `${kind}.yaml of a Handrail site`;
  return { title, ...z.toJSONSchema(schemas[kind], { io: 'input', target: 'draft-7' }) };
}

/** File name → schema, as `handrail check --schemas DIR` writes them. */
export function jsonSchemaFiles(): Record<string, JsonSchema> {
  const kinds: FileKind[] = ['site', 'intents', 'actions', 'facts', 'tests', 'article'];
  return Object.fromEntries(kinds.map((kind) => [`${kind}.schema.json`, jsonSchema(kind)]));
}

/** The keys that a value at this path may have; none where any key may stand or no value with keys. */
export function knownKeys(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  let nodes = [schema];
  for (const segment of path) nodes = nodes.flatMap((node) => step(node, segment));
  return [...new Set(nodes.flatMap(variants).flatMap((node) => Object.keys(object(node.properties))))];
}

function step(schema: JsonSchema, segment: PropertyKey): JsonSchema[] {
  return variants(schema).flatMap((node) => {
    const next =
      typeof segment === 'number'
        ? node.items
        : (object(node.properties)[String(segment)] ?? node.additionalProperties);
    return typeof next === 'object' && next !== null ? [next as JsonSchema] : [];
  });
}

function variants(schema: JsonSchema): JsonSchema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : [schema];
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
