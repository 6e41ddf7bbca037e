// A mood as a small face and its word: the face alone would leave too much to the eye.
import type { VNode } from 'preact';
import type { Mood } from '../../../shared/understanding.ts';
import { type MoodWord, moodWord } from '../models/mood-word.ts';
import { useDesk } from './desk-context.ts';

const mouths: Record<MoodWord, string> = {
  calm: 'M5 9.500q3 2.200 6 0',
  hurried: 'M5.500 10.200h5',
  confused: 'M5 10.300q1.500-1.600 3 0t3 0',
  annoyed: 'M5.200 10.800q2.800-1.800 5.600 0',
  upset: 'M4.800 11.500q3.200-3.600 6.400 0',
};

export function MoodFace({ mood, quiet }: { mood: Mood; quiet?: boolean }): VNode {
  const { words } = useDesk();
  const word = moodWord(mood);
  return (
    <span class={`mood mood-${word}`}>
      <svg class="face" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.700" />
        <path d="M5.700 6v.6M10.300 6v.6" />
        <path d={mouths[word]} />
        {word === 'upset' && <path d="M4.300 4.200l2 .9M11.700 4.200l-2 .9" />}
      </svg>
      <span class={quiet && word === 'calm' ? 'sr-only' : undefined}>{words.mood[word]}</span>
    </span>
  );
}
