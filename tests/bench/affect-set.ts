// GoEmotions as the mood benches use it, and the measure they share.
import { readTsv } from './read-tsv.ts';

const frustrated = new Set(['anger', 'annoyance', 'disappointment', 'disgust']);

export interface AffectLine {
  text: string;
  frustration: boolean;
  confusion: boolean;
}

/** Lines `text<TAB>emotion,emotion`; frustrated = anger, annoyance, disappointment or disgust. */
export function readAffectSet(files: string[]): AffectLine[] {
  return readTsv(files).map(({ text, label }) => {
    const labels = label.split(',');
    return {
      text,
      frustration: labels.some((name) => frustrated.has(name)),
      confusion: labels.includes('confusion'),
    };
  });
}

/** Area under the ROC curve by ranks, ties at their mean rank (Mann and Whitney 1947). */
export function auroc(scores: number[], truth: boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  let positives = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && scores[order[end]!] === scores[order[i]!]) end += 1;
    for (let k = i; k < end; k += 1) {
      if (!truth[order[k]!]) continue;
      ranks += (i + end + 1) / 2;
      positives += 1;
    }
    i = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
}
