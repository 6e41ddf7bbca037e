// A `when` of an intent or an action, compiled; what is wrong with it is reported at its place.
import type { Building } from './build-words.ts';
import { compileCondition } from './condition.ts';
import { didYouMean } from './nearest.ts';
import type { Condition } from './site.ts';
import type { Place } from './source-file.ts';
import type { Variables } from './variables.ts';

export function buildCondition(
  { report }: Building,
  place: Place,
  source: string,
  variables: Variables,
): Condition | undefined {
  const compiled = compileCondition(source, variables);
  if ('condition' in compiled) return compiled.condition;
  const near = source.slice(compiled.offset, compiled.offset + 20).trim();
  const at = near === '' ? 'at its end' : `at "${near}"`;
  const names = Object.entries(variables).flatMap(([name, variable]) => {
    if (typeof variable === 'string') return [name];
    return [name, ...Object.keys('one' in variable ? variable.one : variable.many)];
  });
  const suggestion = compiled.unknown ? didYouMean(compiled.unknown, names) : 'see cel.dev for the language';
  report.error(place, `this condition is not right ${at}: ${compiled.fault}`, suggestion);
  return undefined;
}
