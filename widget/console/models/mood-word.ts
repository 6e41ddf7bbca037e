// A customer's mood as one word and face. The strongest feeling wins; below its threshold nothing is named, since
// a wrong feeling is worse than none (E4).
import type { Mood } from '../../../shared/understanding.ts';

export type MoodWord = 'calm' | 'confused' | 'hurried' | 'annoyed' | 'upset';

const named = 0.5;
const strong = 0.75;

export function moodWord({ frustration, urgency, confusion }: Mood): MoodWord {
  if (frustration >= strong) return 'upset';
  if (frustration >= named) return 'annoyed';
  if (urgency >= named && urgency >= confusion) return 'hurried';
  return confusion >= named ? 'confused' : 'calm';
}
