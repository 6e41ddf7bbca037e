// Second step of a turn: a text in its context becomes a reading. Pure; everything known comes in.
import type { Understanding } from '../../shared/understanding.ts';
import { readDistress } from './distress.ts';
import { readEntities } from './entities.ts';
import { readGesture } from './gesture.ts';
import { readStance } from './guard.ts';
import { joinBurst } from './join-burst.ts';
import { readLanguage } from './language.ts';
import { readMood } from './mood.ts';
import { opensWith } from './opens-with.ts';
import { readAnswer } from './read-answer.ts';
import { readRequests } from './read-requests.ts';
import type { ReadSite } from './read-site.ts';
import type { ReadingContext } from './reading-context.ts';
import type { SiteModel } from './site-model.ts';
import { readSorrow } from './sorrow.ts';
import { isKnownWord } from './spelling.ts';
import { readTopics } from './topics.ts';
import { wantsPerson } from './wants-person.ts';

/**
 * Reads one message of a customer. Messages that the customer sent just before and that nobody answered are
 * read with it; answers and gestures are those of the message alone.
 */
export function understand(
  model: SiteModel,
  site: ReadSite,
  text: string,
  context: ReadingContext,
): Understanding {
  const whole = joinBurst(context.recent, text, context.now);
  const language = readLanguage(whole, site.locales, context.locale);
  const stance = readStance(whole, language);
  const answer = context.question === undefined ? undefined : readAnswer(text, context.question.choices);
  const gesture = readGesture(text);
  const begins = gesture === undefined ? opensWith(text) : undefined;
  const person = wantsPerson(whole);
  const sorrow = readSorrow(whole);
  return {
    ...readRequests(model, site, whole, stance, context),
    mood: readMood(whole, { recent: context.recent, wantsPerson: person }),
    distress: readDistress(whole),
    ...(sorrow === undefined ? {} : { sorrow }),
    entities: readEntities(whole, context, language, site.facts, (word) => isKnownWord(word, model.lexicon)),
    topics: readTopics(whole, model.topics),
    language,
    wantsPerson: person,
    ...(stance.guard === undefined ? {} : { guard: stance.guard }),
    ...(gesture === undefined ? {} : { gesture }),
    ...(begins === undefined ? {} : { opensWith: begins }),
    ...(answer === undefined ? {} : { answer }),
  };
}
