// A message that is no answer: sure enough it is taken up, else it is asked about; what was said in passing
// ("don't cancel it", "what if I cancelled") never starts an action.
import type { Understanding } from '../../shared/understanding.ts';
import { articleReply } from './article-reply.ts';
import { bringPerson } from './bring-person.ts';
import { type Candidate, candidatesOf, heldBack, judge } from './candidates.ts';
import { clarify } from './clarify.ts';
import { remembered } from './details.ts';
import { foresee } from './foresee.ts';
import type { MessageInput } from './input.ts';
import { laterOf, thenLater } from './later.ts';
import { actionOf } from './objects.ts';
import { notice, type Reply } from './reply.ts';
import { because } from './rules.ts';
import { detailsIn } from './said-with.ts';
import type { Situation } from './situation.ts';
import { smallTalk } from './small-talk.ts';
import { takeUp } from './take-up.ts';
import { isFrustrated, noProgress } from './triggers.ts';

export function newRequest(situation: Situation, input: MessageInput): Reply {
  const { reading, passages } = input;
  const talk = smallTalk(situation, input);
  if (talk) return talk;
  const guarded = guard(situation, input);
  if (guarded) return guarded;

  const verdict = judge(situation, reading);
  if (verdict.kind === 'impossible') {
    return {
      move: 'nothing-to-act-on',
      because: verdict.because,
      drafts: [notice('nothing-to-act-on')],
      effects: [],
      notes: { intent: verdict.candidate.id },
    };
  }
  if (verdict.kind === 'unsure') {
    const stuck = noProgress(situation);
    if (stuck) return bringPerson(situation, [stuck], [...verdict.because, because('C7', stuck.evidence)]);
    return (
      articleReply(situation, reading, passages) ??
      clarify(situation, verdict.candidates, verdict.because, { entities: reading.entities })
    );
  }
  return sure(situation, input, verdict.candidate, verdict.because);
}

function sure(
  situation: Situation,
  { reading, passages }: MessageInput,
  candidate: Candidate,
  why: Reply['because'],
): Reply {
  const action = actionOf(situation, candidate.intent);
  const { destructive } = situation.site.thresholds;
  if (action?.risk === 'destructive' && candidate.confidence < destructive) {
    const evidence = { confidence: candidate.confidence, threshold: destructive };
    const stuck = noProgress(situation);
    if (stuck) return bringPerson(situation, [stuck], [...why, because('C7', stuck.evidence)]);
    return clarify(situation, candidatesOf(situation, reading), [...why, because('D1', evidence)], {
      entities: reading.entities,
    });
  }
  const again = isRephrased(situation, reading, candidate);
  if (again && situation.conversation.inside.rephrasings + 1 >= 2) {
    const trigger = { trigger: 'no-progress' as const, evidence: { rephrased: 2, intent: candidate.id } };
    return bringPerson(situation, [trigger], [...why, because('C7', trigger.evidence)]);
  }
  const said = detailsIn(candidate.intent.details, reading.entities);
  const details = { ...remembered(situation, candidate.id), ...said };
  const pending = { intent: candidate.id, details };
  const frustrated = isFrustrated(situation, reading);
  const reply = takeUp(situation, { pending, entities: reading.entities, passages, frustrated }, why);
  const told = thenLater(situation, reply, laterOf(situation, reading, candidate.id));
  if (!again) return told;
  const { progress: _, ...notes } = told.notes ?? {};
  return { ...told, notes: { ...notes, rephrased: true } };
}

/** C7: the same question as in the turn before, which an answer did not settle, about nothing else than then. */
function isRephrased(situation: Situation, reading: Understanding, candidate: Candidate): boolean {
  const { intents, readings } = situation.conversation.inside;
  const before = readings.at(-1)?.intents[0]?.id;
  const named = reading.entities.some(({ kind, fact }) => fact !== undefined || kind === 'reference');
  return !candidate.intent.action && !named && intents[0] === candidate.id && before === candidate.id;
}

function guard(situation: Situation, { reading, passages }: MessageInput): Reply | undefined {
  const top = heldBack(situation, reading);
  if (!top) return undefined;
  const why = [because('D1', { guard: reading.guard, intent: top.id })];
  if (reading.guard === 'negated') {
    return {
      move: 'leave-as-is',
      because: why,
      drafts: [notice('not-done-as-said')],
      effects: [],
      notes: { intent: top.id },
    };
  }
  const foreseen =
    reading.guard === 'hypothetical' ? foresee(situation, top, reading.entities, why) : undefined;
  if (foreseen) return foreseen;
  const stuck = noProgress(situation);
  if (stuck) return bringPerson(situation, [stuck], [...why, because('C7', stuck.evidence)]);
  return (
    articleReply(situation, reading, passages) ??
    clarify(situation, candidatesOf(situation, reading), why, { entities: reading.entities })
  );
}
