// One conversation of a site's tests.yaml, lived through in this process against the site's demo business.
import type { Event } from '../../shared/events.ts';
import { judgeStep, type Missed } from '../site/judge-step.ts';
import type { SiteTest, TestStep } from '../site/site-test.ts';
import { eventInWords } from './event-in-words.ts';
import { startTalk, type TalkOptions } from './start-talk.ts';

export interface TestResult {
  name: string;
  ok: boolean;
  /** From 1: the step that went another way. The ones behind it were not taken. */
  step?: number;
  missed: Missed[];
  /** The conversation as it was seen, up to there. */
  transcript: string[];
}

export type TestSurroundings = Pick<TalkOptions, 'folder' | 'env' | 'modelsDir'>;

/** The first step that goes another way ends it: what follows would only echo it. */
export async function runSiteTest(test: SiteTest, around: TestSurroundings): Promise<TestResult> {
  const events: Event[] = [];
  const transcript: string[] = [];
  const faults: Missed[] = [];
  const talk = await startTalk({
    ...around,
    anonymous: test.as === 'anonymous',
    ...(test.as && test.as !== 'anonymous' ? { as: test.as } : {}),
    ...(test.locale ? { locale: test.locale } : {}),
    event(event) {
      events.push(event);
      transcript.push(...eventInWords(event));
    },
    // The masks' time limit is of this machine's time: under load it may say so.
    failed: (where, error) => {
      if (where !== 'mask') faults.push({ expected: 'no fault', happened: `${where}: ${String(error)}` });
    },
  });
  try {
    for (const [index, step] of test.steps.entries()) {
      const since = events.at(-1)?.seq ?? 0;
      transcript.push(`> ${done(step)}`);
      const refused = await talk.line(lineOf(step, events));
      const missed = judgeStep(step.expect, events, since);
      if (refused) missed.unshift({ expected: done(step), happened: `refused: ${refused.message}` });
      missed.push(...faults);
      if (missed.length > 0) return { name: test.name, ok: false, step: index + 1, missed, transcript };
    }
    return { name: test.name, ok: true, missed: [], transcript };
  } finally {
    await talk.close();
  }
}

/** A step as a line of `handrail talk`. A choice is pressed by its id. */
function lineOf(step: TestStep, events: Event[]): string {
  if (step.say !== undefined) return JSON.stringify({ event: 'message', text: step.say });
  if (step.human) return JSON.stringify({ event: 'human' });
  if (step.clock !== undefined) return JSON.stringify({ clock: `+${step.clock}ms` });
  const choices = events.flatMap((event) => (event.type === 'question' ? event.choices : []));
  const pressed = choices.findLast(({ id, label }) => id === step.press || label === step.press);
  return JSON.stringify({ choice: pressed?.id ?? step.press });
}

/** A step in words. */
function done(step: TestStep): string {
  if (step.say !== undefined) return step.say;
  if (step.human) return '(takes “Talk to a person”)';
  return step.clock === undefined ? `[${step.press}]` : `(${step.clock / 1000} s pass)`;
}
