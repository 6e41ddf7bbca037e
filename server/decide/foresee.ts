// "What happens if I cancel?": answered with what the confirmation would say, about the very thing, and nothing is
// proposed by it (D1).
import type { Because } from '../../shared/events.ts';
import type { Entity } from '../../shared/understanding.ts';
import type { Words } from '../site/site.ts';
import type { Candidate } from './candidates.ts';
import { actionOf, eligible, narrowed } from './objects.ts';
import { customerValues, notice, type Reply, siteWords } from './reply.ts';
import type { Situation } from './situation.ts';

/** Undefined when it is not clear which thing is meant, or which action. */
export function foresee(
  situation: Situation,
  top: Candidate,
  entities: Entity[],
  why: Because[],
): Reply | undefined {
  const action = actionOf(situation, top.intent);
  if (!action?.on || top.confidence < situation.site.thresholds.confidence || top.intent.details.length > 0)
    return undefined;
  const [record, ...others] = narrowed(situation, action.on, eligible(situation, action), entities);
  if (!record || others.length > 0) return undefined;
  const values = { ...record.value, object: record.value, customer: customerValues(situation) };
  const { effect, money, undoable } = action.confirm;
  return {
    move: 'foresee',
    because: why,
    drafts: [notice('would-do'), siteWords(inOne([effect, ...(money ? [money] : []), undoable]), values)],
    effects: [],
    notes: { intent: top.id, progress: true },
  };
}

/** Several texts of the site as one, in every language that all of them have. */
function inOne(texts: Words[]): Words {
  const [first = {}, ...rest] = texts;
  const locales = Object.keys(first).filter((locale) => rest.every((words) => words[locale] !== undefined));
  return Object.fromEntries(locales.map((locale) => [locale, texts.map((words) => words[locale]).join(' ')]));
}
