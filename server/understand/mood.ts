// Reads frustration, urgency and confusion from a message and from the dialogue around it.
import type { Mood } from '../../shared/understanding.ts';
import { dialogueSigns } from './dialogue-signs.ts';
import { readAffect } from './read-affect.ts';
import type { PastMessage } from './reading-context.ts';
import { readUrgency } from './urgency.ts';

export interface MoodContext {
  recent: PastMessage[];
  wantsPerson: boolean;
}

/** Each 0..1: the share of such messages that a reader would call so. */
export function readMood(text: string, { recent, wantsPerson }: MoodContext): Mood {
  const affect = readAffect(text);
  const signs = dialogueSigns(text, recent, wantsPerson);
  return {
    frustration: sigmoid(affect.frustration + signs.frustration),
    urgency: readUrgency(text),
    confusion: sigmoid(affect.confusion + signs.confusion),
  };
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
