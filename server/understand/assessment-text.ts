// An assessment in words and bars for a terminal, most useful first: what `handrail check` prints.
import type { Assessment } from './assess.ts';

const percent = (share: number) => `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)} %`;
/** So many items of a list are shown; the rest is counted. */
const shown = 10;

export function assessmentText(assessment: Assessment): string {
  const { intents, phrases, accuracy, outOfScopeShare } = assessment;
  return [
    [
      `${phrases} phrases for ${intents} intents; ${percent(accuracy)} were read rightly while held out.`,
      `Shares below assume that ${percent(outOfScopeShare)} of messages are none of the intents.`,
    ],
    thresholdLines(assessment),
    calibrationLines(assessment),
    confusionLines(assessment),
    misplacedLines(assessment),
    shapeLines(assessment),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function thresholdLines({ thresholds, suggestedThreshold, costOfWrong }: Assessment): string[] {
  return [
    'What a threshold would mean (of all messages)',
    '  threshold   answered and right   answered and wrong    asked',
    ...thresholds.map(({ threshold, right, wrong, asked }) =>
      [
        `${threshold === suggestedThreshold ? '→' : ' '} ${threshold.toFixed(2).padStart(9)}`,
        percent(right).padStart(20),
        percent(wrong).padStart(20),
        percent(asked).padStart(8),
      ].join(' '),
    ),
    `  → is the cheapest when a wrong action costs as much as ${costOfWrong} questions.`,
  ];
}

const barWidth = 40;

/** A bar as long as what held, with a mark where it should have ended. */
function calibrationLines({ bins, calibrationError }: Assessment): string[] {
  return [
    `Does the confidence mean what it says? Off by ${percent(calibrationError)} on average; ▏ is where each bar should end`,
    ...bins.map(({ from, to, share, said, held }) => {
      const label = `  ${from.toFixed(1)}–${to.toFixed(1)}`;
      if (share === 0) return `${label}  no message`;
      const cells: string[] = Array.from({ length: barWidth + 1 }, (_, i) =>
        i < Math.round(held * barWidth) ? '█' : ' ',
      );
      cells[Math.round(said * barWidth)] = '▏';
      return `${label}  ${cells.join('')}  ${percent(held)} right, ${percent(share)} of messages`;
    }),
  ];
}

function confusionLines({ confused }: Assessment): string[] {
  if (confused.length === 0) return ['No two intents were taken for one another.'];
  return [
    'Intents that are taken for one another, and the phrases that cause it',
    ...confused
      .slice(0, shown)
      .flatMap(({ pair, phrases }) => [
        `  ${pair[0]} ↔ ${pair[1]} (${phrases.length})`,
        ...phrases.slice(0, 3).map(({ text, takenFor }) => `      “${text}” was read as ${takenFor}`),
      ]),
    ...more(confused.length),
  ];
}

function misplacedLines({ misplaced }: Assessment): string[] {
  if (misplaced.length === 0) return [];
  return [
    'Phrases that seem to belong elsewhere',
    ...misplaced
      .slice(0, shown)
      .map(
        ({ text, intent, takenFor, confidence }) =>
          `  “${text}” stands under ${intent}, reads as ${takenFor} (${percent(confidence)} sure)`,
      ),
    ...more(misplaced.length),
  ];
}

function shapeLines({ thin, lopsided }: Assessment): string[] {
  return [
    ...thin.map(
      ({ intent, phrases }) =>
        `${intent} has ${phrases === 1 ? 'one phrase' : `${phrases} phrases`}; eight or more read better.`,
    ),
    ...lopsided.map(({ intent, why, phrases, opening }) =>
      why === 'many'
        ? `${intent} has ${phrases} phrases, far more than the others: it will draw messages to itself.`
        : `${phrases} phrases of ${intent} open with “${opening}”: vary them.`,
    ),
  ];
}

const more = (count: number) => (count > shown ? [`  … and ${count - shown} more`] : []);
