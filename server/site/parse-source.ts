// A file's value against its schema: the typed value, or every fault with its place and what would be right.
import type { z } from 'zod';
import { type FileKind, jsonSchema, knownKeys } from './json-schema.ts';
import { didYouMean } from './nearest.ts';
import type { Report } from './report.ts';
import type { Path, SourceFile } from './source-file.ts';

type Issue = z.core.$ZodIssue;

/** Undefined when anything was reported. */
export function parseSource<T>(
  source: SourceFile,
  kind: FileKind,
  schema: z.ZodType<T>,
  report: Report,
): T | undefined {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) reportIssue(source, kind, issue, report);
  return undefined;
}

function reportIssue(source: SourceFile, kind: FileKind, issue: Issue, report: Report): void {
  const path = issue.path as Path;
  const place = { source, path };
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const there = { source, path: [...path, key] };
      report.error(there, `unknown key "${key}"`, didYouMean(key, knownKeys(jsonSchema(kind), path)), 'key');
    }
    return;
  }
  if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? 'must be another name';
    report.error(place, `the key "${String(path.at(-1))}" ${why}`, undefined, 'key');
    return;
  }
  const at = valueAt(source.value, path);
  const name = quoted(path);
  if (at.missing) {
    report.error(place, `${name} is missing`, at.value === undefined ? expectation(issue) : undefined);
    return;
  }
  if (issue.code === 'invalid_value' && typeof at.value === 'string') {
    const choices = issue.values.map(String);
    report.error(place, `${name} cannot be "${at.value}"`, didYouMean(at.value, choices));
    return;
  }
  report.error(place, `${name} ${sentence(issue)}`, hint(issue, at.value));
}

/** The messages of our own schemas start with "must"; the library's are put into our words. */
function sentence(issue: Issue): string {
  if (issue.message.startsWith('must')) return issue.message;
  if (issue.code === 'invalid_type') return `must be ${kindOf(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
  return `is not right: ${issue.message}`;
}

function expectation(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return `add ${kindOf(issue.expected)}`;
  if (issue.code === 'invalid_value') return `one of: ${issue.values.map(String).join(', ')}`;
  return undefined;
}

function hint(issue: Issue, value: unknown): string | undefined {
  // What YAML makes of `{ en: Food, drinks }`: a key "drinks" without a value.
  if (
    issue.code === 'invalid_union' &&
    typeof value === 'object' &&
    Object.values(value ?? {}).includes(null)
  ) {
    return 'a text that contains a comma needs quotes here';
  }
  if (
    issue.code === 'invalid_type' &&
    issue.expected === 'string' &&
    value !== null &&
    typeof value !== 'object'
  ) {
    return `quote it: "${String(value)}"`;
  }
  return undefined;
}

function kindOf(expected: string): string {
  const kinds: Record<string, string> = {
    string: 'a text',
    array: 'a list (each item starts with "- ")',
    object: 'a group of keys',
    record: 'a group of keys',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return kinds[expected] ?? expected;
}

function quoted(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number'
    ? `item ${last + 1} of "${String(path.at(-2) ?? 'the file')}"`
    : `"${last}"`;
}

function valueAt(root: unknown, path: Path): { value: unknown; missing: boolean } {
  let value = root;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) {
      return { value: undefined, missing: true };
    }
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return { value, missing: value === undefined || value === null };
}
