// E1, E4, E5: an acknowledgement is composed of a feeling, if one is to be named, and of the topic, in phrases
// that were not used within the last five turns.
import type { Conversation } from '../../shared/conversation.ts';
import { inLocale } from '../../shared/in-locale.ts';
import type { Saying } from '../decide/decision.ts';
import type { Site } from '../site/site.ts';
import { formatWords } from './format-words.ts';
import { vocabularyOf } from './vocabulary-of.ts';

const turnsBetween = 5;

export interface Acknowledgement {
  text: string;
  /** Which phrases it is made of. */
  phrase: string;
}

export function acknowledgement(
  say: Extract<Saying, { say: 'acknowledge' }>,
  { site, locale, conversation }: { site: Site; locale: string; conversation: Conversation },
): Acknowledgement {
  const { acknowledge } = vocabularyOf(locale);
  const { phrases, turns } = conversation.inside;
  const recent = new Set(
    phrases.filter(({ turn }) => turns - turn < turnsBetween).flatMap(({ phrase }) => phrase.split('+')),
  );
  const parts: Acknowledgement[] = [];
  const add = (name: string, variants: string[], values: Record<string, unknown> = {}): void => {
    const index = freshest(name, variants.length, recent, turns);
    parts.push({ text: formatWords(variants[index] ?? '', locale, values), phrase: `${name}.${index}` });
  };
  if (say.topic === 'distress') add('distress', acknowledge.distress);
  else if (say.sorrow) add(say.sorrow, acknowledge.sorrow[say.sorrow]);
  else if (say.feeling) add(say.feeling, acknowledge.feeling[say.feeling]);
  const intent = site.intents.find(({ id }) => id === say.intent);
  if (intent) add('topic', acknowledge.topic, { topic: inLocale(intent.topic, locale, site.locale) });
  else if (say.topic === 'person' || say.topic === 'greeting') add(say.topic, acknowledge[say.topic]);
  else if (parts.length === 0) add('plain', acknowledge.plain);
  return {
    text: parts.map(({ text }) => text).join(' '),
    phrase: parts.map(({ phrase }) => phrase).join('+'),
  };
}

/** The first variant that is not recent, counted from the turn so that conversations do not all begin alike. */
function freshest(name: string, count: number, recent: Set<string>, turns: number): number {
  for (let step = 0; step < count; step += 1) {
    const index = (turns + step) % count;
    if (!recent.has(`${name}.${index}`)) return index;
  }
  return turns % count;
}
