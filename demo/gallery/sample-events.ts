// What the gallery's conversations are made of. The fixed sentences are the assistant's own in the language shown; what a
// business would say stays in English, as it does for a site that has not translated its files.
import { handoffWordsOf } from '../../server/handoff/handoff-words-of.ts';
import { formatWords } from '../../server/speak/format-words.ts';
import { vocabularyOf } from '../../server/speak/vocabulary-of.ts';
import type { EventBody, Wait } from '../../shared/events.ts';

/** An event, and how long ago it happened (s). */
export type Ago = EventBody & { ago: number };

export const mia = { id: 'a1', name: 'Mia Jensen' };
export const wait: Wait = { position: 2, within: 240, confidence: 0.9, basis: 'history' };

export const say = (ago: number, text: string, more: object = {}): Ago =>
  ({ ago, type: 'message', from: 'assistant', name: 'Ana', text, ...more }) as Ago;
export const me = (ago: number, text: string): Ago => ({ ago, type: 'message', from: 'customer', text });
export const fromMia = (ago: number, text: string): Ago => say(ago, text, { from: 'agent', name: mia.name });
export const system = (ago: number, text: string): Ago => ({ ago, type: 'message', from: 'system', text });
export const handoff = (ago: number, stated: Wait): Ago => ({
  ago,
  type: 'handoff',
  position: stated.position,
  within: stated.within,
  wait: stated,
  text: '',
  triggers: [],
  priority: 0,
});

export interface Samples {
  start: Ago[];
  acknowledged(ago: number): Ago;
  clarify: Ago;
  /** `left`: seconds until it runs out. */
  confirm(ago: number, left: number, id?: string): Ago;
  answered(ago: number, question: string, choice: string): Ago;
  receipt: Ago;
  undone: Ago;
  brief: Ago;
  nobody: Wait;
}

/** The samples in a language (BCP 47); `now`: epoch ms. */
export function sampleEvents(locale: string, now: number): Samples {
  const words = vocabularyOf(locale);
  const { labels } = handoffWordsOf(locale).brief;
  const greeting = formatWords(words.notices.greeting, locale, { opener: 'empathetic', assistant: 'Ana' });
  return {
    start: [
      { ago: 400, type: 'opened', visitor: 'v', channel: 'web', locale, site: 'airline' },
      say(395, greeting, { notice: 'greeting' }),
    ],
    acknowledged: (ago) => say(ago, words.acknowledge.feeling.frustration[1]!),
    clarify: {
      ago: 40,
      type: 'question',
      id: 'q1',
      kind: 'clarify',
      text: words.clarify.first[0]!,
      choices: [
        { id: 'remove-bag', label: 'Remove the bag from ME204' },
        { id: 'cancel-flight', label: 'Cancel the entire flight' },
        { id: 'else', label: words.choices['something-else'] },
      ],
    },
    confirm: (ago, left, id = 'q2') => ({
      ago,
      type: 'question',
      id,
      kind: 'confirm',
      text: 'Remove the checked bag from ME204?',
      proposal: 'p1',
      expiresAt: now + left * 1000,
      card: {
        title: 'Remove the 23 kg bag from flight ME204, Hamburg to Lisbon, 28 November',
        effect: 'The bag is taken off your booking K7PQ2M. Your seat and your flight stay as they are.',
        money: '€35.00 go back to the card that paid',
        undoable: 'You can undo this for 24 hours.',
      },
      choices: [
        { id: 'keep', label: 'Keep my bag', style: 'safe' },
        { id: 'do', label: 'Remove the bag from ME204', style: 'danger' },
      ],
    }),
    answered: (ago, question, choice) => ({ ago, type: 'answered', question, choice, by: 'button' }) as Ago,
    receipt: say(8, 'The bag is off your booking. €35.00 are on their way back to your card.', {
      receipt: {
        proposal: 'p1',
        label: 'Removed the 23 kg bag from ME204',
        reference: 'RF-20931-K7',
        at: now - 8000,
        undoUntil: now + 86_000_000,
        undoLabel: 'Put the bag back',
      },
    }),
    undone: say(2, words.notices.undone, {
      notice: 'undone',
      receipt: { proposal: 'p1', label: 'Put the 23 kg bag back on ME204', at: now },
    }),
    brief: {
      ago: 99,
      type: 'brief',
      lines: [
        { field: 'wants', label: labels.wants, text: 'A refund for the cancelled flight ME204' },
        { field: 'known', label: labels.known, text: 'Booking K7PQ2M, one checked bag', corrected: true },
        { field: 'tried', label: labels.tried, text: 'The refund is not in the system yet' },
      ],
    },
    nobody: {
      position: 1,
      within: null,
      confidence: null,
      basis: 'nobody',
      opensAt: new Date(now + 86_400_000).setHours(9, 0, 0, 0),
    },
  };
}
