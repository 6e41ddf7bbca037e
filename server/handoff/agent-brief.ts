// The agent's brief (H6): the customer's lines with what stays inside: why it came, how sure the reading was,
// and the mood over time. Composed when an agent looks, from the same log.
import type { Conversation } from '../../shared/conversation.ts';
import type { BriefLine } from '../../shared/events.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Site } from '../site/site.ts';
import { correct, factLines } from './brief.ts';
import { handoffWordsOf } from './handoff-words-of.ts';
import type { BriefWords } from './words/handoff-words.ts';

const moods = ['frustration', 'urgency', 'confusion'] as const;
/** Below it a mood is not worth a word. */
const noticeable = 0.3;

/** Labelled for the agent, in the site's language unless another is given; `known`: labels of the customer's records. */
export function agentBrief(
  conversation: Conversation,
  site: Site,
  options: { known?: string[]; locale?: string } = {},
): BriefLine[] {
  const locale = options.locale ?? site.locale;
  const words = handoffWordsOf(locale).brief;
  const { agentLabels } = words;
  const facts = factLines(
    { conversation, site, locale, ...(options.known ? { known: options.known } : {}) },
    agentLabels,
  );
  const lines = facts.map((line) =>
    line.field === 'wants' ? { ...line, text: line.text + confidence(conversation, site, locale) } : line,
  );
  const corrected = correct(lines, conversation, words.added);
  const why = reasonOf(conversation, site, locale);
  const mood = moodOverTime(conversation, words);
  return [
    ...(why ? [{ field: 'why', label: agentLabels.why, text: why }] : []),
    ...corrected.slice(0, 1),
    ...(mood ? [{ field: 'mood', label: agentLabels.mood, text: mood }] : []),
    ...corrected.slice(1),
  ];
}

/** Why it came to a person, in words: the triggers of its last handoff with what was seen. '' when it never did. */
export function reasonOf({ inside }: Conversation, site: Site, locale: string): string {
  const { reasons } = handoffWordsOf(locale).brief;
  return (inside.handoff?.triggers ?? [])
    .map(({ trigger, evidence }) => (reasons[trigger] ?? trigger) + seen(evidence, site, locale))
    .join(' · ');
}

/** The request that was taken up, in the site's words; '' when none was. */
export function wantsInWords({ inside }: Conversation, site: Site, locale: string): string {
  const id = inside.intents[0] ?? inside.readings.at(-1)?.intents[0]?.id;
  const intent = site.intents.find((candidate) => candidate.id === id);
  return intent ? inLocale(intent.label, locale, site.locale) : '';
}

/** The evidence of a trigger as far as it reads as words: topics and intents by their label, values as numbers. */
function seen(evidence: Record<string, unknown>, site: Site, locale: string): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(evidence)) {
    if (name === 'topics' && Array.isArray(value)) {
      const labels = value.map((id) => {
        const topic = site.topics.find((candidate) => candidate.id === id);
        return topic ? inLocale(topic.label, locale, site.locale) : String(id);
      });
      parts.push(labels.join(', '));
    } else if (name === 'intent' && typeof value === 'string') {
      const intent = site.intents.find(({ id }) => id === value);
      parts.push(intent ? inLocale(intent.label, locale, site.locale) : value);
    } else if (typeof value === 'number') parts.push(`${name} ${Math.round(value * 100) / 100}`);
    else if (typeof value === 'string' && value !== '') parts.push(value);
  }
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** How sure the clearest reading of the taken-up request was, and what else it may have been. */
function confidence({ inside }: Conversation, site: Site, locale: string): string {
  const wanted = inside.intents[0];
  let best: Conversation['inside']['readings'][number]['intents'] = [];
  for (const { intents } of inside.readings) {
    const sureness = (list: typeof intents) =>
      (wanted ? list.find(({ id }) => id === wanted) : list[0])?.confidence ?? 0;
    if (sureness(intents) > sureness(best)) best = intents;
  }
  const first = wanted ? best.find(({ id }) => id === wanted) : best[0];
  if (!first) return '';
  const name = (id: string) => {
    const intent = site.intents.find((candidate) => candidate.id === id);
    return intent ? inLocale(intent.label, locale, site.locale) : id;
  };
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const other = best.find(({ id }) => id !== first.id);
  const also = other && other.confidence >= 0.2 ? `; ${name(other.id)} ${percent(other.confidence)}` : '';
  return wanted
    ? ` — ${percent(first.confidence)}${also}`
    : ` — ${name(first.id)} ${percent(first.confidence)}${also}`;
}

/** Each mood that showed, as it went from message to message. */
function moodOverTime({ inside }: Conversation, words: BriefWords): string {
  if (inside.readings.length === 0) return '';
  const shown = moods.filter((mood) => inside.readings.some((reading) => reading.mood[mood] >= noticeable));
  if (shown.length === 0) return words.calm;
  const course = (mood: (typeof moods)[number]) =>
    inside.readings.map((reading) => reading.mood[mood].toFixed(1)).join(' → ');
  return shown.map((mood) => `${words.moods[mood]} ${course(mood)}`).join(' · ');
}
