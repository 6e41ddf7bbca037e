// The part of `handrail check` that judges a site's phrases: trains on four fifths of them, reads the rest, and
// says what is confused and what each threshold would mean.
import type { Site } from '../site/site.ts';
import { type Assessment, assess } from '../understand/assess.ts';
import { assessmentText } from '../understand/assessment-text.ts';
import { trainingInput } from '../understand/training-input.ts';

/** `costOfWrong`: what a wrong action costs, a question being 1. Takes a second or two, in this thread. */
export function checkModel(site: Site, costOfWrong: number): Assessment {
  const { examples, background, ...options } = trainingInput(site);
  return assess(examples, background, { ...options, costOfWrong });
}

/** The assessment as a page, with the site's own threshold beside the cheapest one. */
export function modelInWords(site: Site, assessment: Assessment): string[] {
  return ['', ...assessmentText(assessment).split('\n'), '', ownThreshold(site, assessment), ''];
}

function ownThreshold({ thresholds: own }: Site, { thresholds, suggestedThreshold }: Assessment): string {
  if (own.confidence === suggestedThreshold)
    return `site.yaml asks below ${own.confidence}: the cheapest one.`;
  const at = (threshold: number) =>
    thresholds.reduce((best, effect) =>
      Math.abs(effect.threshold - threshold) < Math.abs(best.threshold - threshold) ? effect : best,
    );
  const [now, then] = [at(own.confidence), at(suggestedThreshold)];
  const change = (before: number, after: number) =>
    `${(100 * before).toFixed(1)} % to ${(100 * after).toFixed(1)} %`;
  return [
    `site.yaml asks below ${own.confidence}. With \`thresholds: { confidence: ${suggestedThreshold} }\` what is done`,
    `at once and wrong would go from ${change(now.wrong, then.wrong)}, questions from ${change(now.asked, then.asked)}.`,
  ].join('\n');
}
