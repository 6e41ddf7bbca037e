// tests.yaml: conversations that must go a certain way; what they name must exist in the site.
import { type Building, knownLocale } from './build-words.ts';
import { parseDuration } from './duration.ts';
import { didYouMean } from './nearest.ts';
import type { Action, Intent } from './site.ts';
import type { Expectation, SiteTest, TestStep } from './site-test.ts';
import { type Place, within } from './source-file.ts';
import type { RawExpectation, RawTest } from './tests-schema.ts';

export interface TestsInput {
  actions: Action[];
  intents: Intent[];
}

const doings = ['say', 'press', 'human', 'clock'] as const;
const feelings = ['frustration', 'urgency', 'confusion', 'sorrow'];
const triggers = [
  'asked',
  'distress',
  'frustration',
  'no-progress',
  'topic',
  'vip',
  'failure',
  'hold',
  'unknown-outcome',
];

export function buildTests(building: Building, place: Place, raw: RawTest[], input: TestsInput): SiteTest[] {
  return raw.map((test, index) => {
    const here = within(place, index);
    if (test.locale !== undefined) knownLocale(building, within(here, 'locale'), test.locale);
    return {
      name: test.name,
      ...(test.as ? { as: test.as } : {}),
      ...(test.locale ? { locale: test.locale } : {}),
      steps: test.steps.map((step, at) => buildStep(building, within(here, 'steps', at), step, input)),
    };
  });
}

function buildStep(
  building: Building,
  place: Place,
  raw: RawTest['steps'][number],
  input: TestsInput,
): TestStep {
  const given = doings.filter((doing) => raw[doing] !== undefined);
  if (given.length !== 1) {
    building.report.error(
      place,
      `this step does ${given.length === 0 ? 'nothing' : given.join(' and ')}`,
      'give exactly one of say, press, human, clock',
    );
  }
  return {
    ...(raw.say === undefined ? {} : { say: raw.say }),
    ...(raw.press === undefined ? {} : { press: raw.press }),
    ...(raw.human ? { human: true } : {}),
    ...(raw.clock === undefined ? {} : { clock: parseDuration(raw.clock) }),
    expect: buildExpectation(building, within(place, 'expect'), raw.expect, input),
  };
}

function buildExpectation(
  { report }: Building,
  place: Place,
  raw: RawExpectation,
  input: TestsInput,
): Expectation {
  if (Object.keys(raw).length === 0)
    report.error(place, 'this step expects nothing', 'say what must be seen');
  const named = (key: keyof RawExpectation, known: string[], kind: string) => {
    const value = raw[key];
    for (const name of typeof value === 'string' ? [value] : Array.isArray(value) ? value : []) {
      if (!known.includes(name))
        report.error(within(place, key), `there is no ${kind} "${name}"`, didYouMean(name, known));
    }
  };
  const actions = input.actions.map(({ id }) => id);
  for (const key of ['proposed', 'notProposed', 'ran', 'notRan'] as const) named(key, actions, 'action');
  named('acknowledged', [...feelings, ...input.intents.map(({ id }) => id)], 'feeling or intent');
  named('handoff', triggers, 'trigger');
  const { choices, notChoices, notProposed, notRan, said, notSaid, ...rest } = raw;
  return {
    ...rest,
    ...(choices === undefined ? {} : { choices: list(choices) }),
    ...(notChoices === undefined ? {} : { notChoices: list(notChoices) }),
    ...(notProposed === undefined ? {} : { notProposed: list(notProposed) }),
    ...(notRan === undefined ? {} : { notRan: list(notRan) }),
    ...(said === undefined ? {} : { said: list(said) }),
    ...(notSaid === undefined ? {} : { notSaid: list(notSaid) }),
  };
}

function list(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}
