// The console in English: how far actions may go, and what is held.
import type { RolloutWords } from './rollout-words.ts';

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

export const englishRollout: RolloutWords = {
  rollout: {
    title: 'Actions, and how far they may go',
    held: 'Held for people',
    loading: 'Counting…',
    why: 'Reason for the step, kept in the log',
    release: 'End the hold',
    modes: { shadow: 'shadow', supervised: 'supervised', autonomous: 'autonomous' },
    heldOf: (action) => `Held for people: ${action}.`,
    stands: (mode, share) => (share === 1 ? mode : `${mode} for ${percent(share)}`),
    atMost: (mode) => `as the site set it, at most ${mode}`,
    moved: (by, why) => `${by}: ${why}`,
    to: (mode, anyway) => `To ${mode}${anyway ? ' anyway' : ''}`,
    agreement: ({ n, agreed, edited, refused, unanswered, low, high }) =>
      n === 0
        ? 'No word of an agent yet.'
        : `Agents agreed with ${percent(agreed / n)} of ${n} (${percent(low)} to ${percent(high)}): ${edited} done otherwise, ${refused} refused, ${unanswered} with nobody in time.`,
    runs: ({ ran, failed, unknown, undone }) =>
      `${ran} ran: ${failed} failed, ${unknown} unknown, ${undone} undone by customers.`,
    next: (mode, warranted, why) => `The step to ${mode} is ${warranted ? '' : 'not '}warranted: ${why}.`,
  },
};
