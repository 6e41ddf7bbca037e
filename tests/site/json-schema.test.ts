// The schemas that editors use: one for each file, of what is written and not of what is filled in.
import { expect, it } from 'vitest';
import { jsonSchema, jsonSchemaFiles, knownKeys } from '../../server/site/json-schema.ts';

it('there is a draft 7 schema for every file of a site', () => {
  const files = jsonSchemaFiles();
  expect(Object.keys(files)).toEqual(
    ['site', 'intents', 'actions', 'facts', 'tests', 'article'].map((kind) => `${kind}.schema.json`),
  );
  for (const schema of Object.values(files)) {
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: expect.any(String),
    });
  }
});

it('what has a default need not be written, and unknown keys are refused', () => {
  const site = jsonSchema('site') as { required: string[]; additionalProperties: boolean };
  expect(site.required.sort()).toEqual(['api', 'assistant', 'hours', 'identity', 'locale', 'name']);
  expect(site.additionalProperties).toBe(false);
});

it('tells the keys that are known at a place, through lists and groups', () => {
  expect(knownKeys(jsonSchema('actions'), [0, 'confirm'])).toEqual([
    'title',
    'effect',
    'money',
    'undoable',
    'do',
    'keep',
  ]);
  expect(knownKeys(jsonSchema('site'), ['thresholds'])).toContain('margin');
  expect(knownKeys(jsonSchema('intents'), [3, 'label'])).toEqual([]);
});
