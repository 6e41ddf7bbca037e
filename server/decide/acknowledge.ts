// E1, E2, E4: what is owed before anything else is said, and never more than that.
import type { Because } from '../../shared/events.ts';
import type { Mood, Sorrow, Understanding } from '../../shared/understanding.ts';
import type { Thresholds } from '../site/site.ts';
import { judge } from './candidates.ts';
import type { Feeling, MessageDraft } from './decision.ts';
import { because } from './rules.ts';
import type { Situation } from './situation.ts';

const feelings: Feeling[] = ['frustration', 'urgency', 'confusion'];

/** The feeling to name: the one furthest above its threshold; below it none is named (E4). */
export function feelingOf(mood: Mood, thresholds: Thresholds): Feeling | undefined {
  const above = feelings.filter((feeling) => mood[feeling] >= thresholds[feeling]);
  return above.sort((a, b) => mood[b] - thresholds[b] - (mood[a] - thresholds[a]))[0];
}

/** Bad news that nobody has said a word about yet; in distress it is the distress that is met. */
function sorrowOf(situation: Situation, { distress, sorrow }: Understanding): Sorrow | undefined {
  const met = situation.conversation.inside.readings.some((before) => before.sorrow === sorrow);
  return distress || met ? undefined : sorrow;
}

export interface Owed {
  because: Because[];
  draft: MessageDraft;
}

/** A greeting that comes with an intent as likely as this (0..1) is more than a greeting. */
const asksConfidence = 0.5;

/**
 * The acknowledgement owed to this message, if any. The topic is named only when the reading needs no question
 * about it: to reflect the wrong thing is worse than to reflect none.
 */
export function owedAcknowledgement(situation: Situation, reading: Understanding): Owed | undefined {
  const { inside } = situation.conversation;
  const { thresholds } = situation.site;
  const feeling = feelingOf(reading.mood, thresholds);
  // The reading of this message is not folded yet: the last one in the log is the message before.
  const before = inside.readings.at(-1);
  const risen = before && feelingOf(before.mood, thresholds) === feeling ? undefined : feeling;
  const sorrow = sorrowOf(situation, reading);
  if (inside.acknowledged && !risen && !sorrow) return undefined;

  const topic = topicOf(reading);
  const verdict = judge(situation, reading);
  const clear = verdict.kind === 'sure' || (verdict.kind === 'impossible' && verdict.rivals.length === 0);
  const intent = topic === undefined && clear ? verdict.candidate.id : undefined;
  const reasons: Because[] = [];
  const news = sorrow ? { sorrow } : {};
  if (!inside.acknowledged)
    reasons.push(because('E1', { ...(intent ? { intent } : { topic: topic ?? 'none' }), ...news }));
  else if (sorrow) reasons.push(because('E2', news));
  if (risen)
    reasons.push(because('E2', { feeling: risen, value: reading.mood[risen], threshold: thresholds[risen] }));
  const acknowledges = {
    ...(sorrow ? { feeling: 'sorrow' } : feeling ? { feeling } : {}),
    ...(intent ? { topic: intent } : topic ? { topic } : {}),
  };
  return {
    because: reasons,
    draft: {
      draft: 'message',
      from: 'assistant',
      say: {
        say: 'acknowledge',
        ...(intent ? { intent } : {}),
        ...(sorrow ? { sorrow } : feeling ? { feeling } : {}),
        ...(topic ? { topic } : {}),
      },
      acknowledges,
    },
  };
}

function topicOf(reading: Understanding): 'person' | 'greeting' | 'distress' | undefined {
  if (reading.distress) return 'distress';
  if (reading.wantsPerson) return 'person';
  const asks = (reading.intents[0]?.confidence ?? 0) >= asksConfidence;
  return reading.gesture === 'greeting' && !asks ? 'greeting' : undefined;
}
