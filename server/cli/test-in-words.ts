// A site's test that went another way, as its author reads it: what was expected, what happened, and the
// conversation up to there.
import type { TestResult } from './run-site-test.ts';

/** The lines to print. */
export function testInWords({ name, ok, step, missed, transcript }: TestResult): string[] {
  if (ok) return [`  ok   ${name}`];
  return [
    `  FAIL ${name}, step ${step}`,
    ...missed.flatMap(({ expected, happened }) => [
      `       - expected  ${indented(expected)}`,
      `       + happened  ${indented(happened)}`,
    ]),
    '       the conversation up to there:',
    ...transcript.flatMap((line) => line.split('\n')).map((line) => `       | ${line}`),
  ];
}

function indented(text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(19)}`);
}
