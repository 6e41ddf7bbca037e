// Recorded conversations decided again with the site as it is now: what was seen and when stays as the log has it,
// so that only the site, its model and the rules can make a difference.
import type { Understanding } from '../shared/understanding.ts';
import { owedAcknowledgement } from './decide/acknowledge.ts';
import { decide } from './decide/decide.ts';
import type { Input, Passage } from './decide/input.ts';
import type { Gates, Known, Situation } from './decide/situation.ts';
import type { LoggedConversation } from './record/read-log.ts';
import { type Outline, outline } from './replay-outline.ts';
import { inputWithoutEvent, type RecordedTurn, recordedTurns } from './replay-turns.ts';
import type { Site } from './site/site.ts';
import { compose } from './speak/compose.ts';
import { toRead } from './to-read.ts';
import { turnInput } from './turn-input.ts';
import { readMessage } from './understand/read-message.ts';
import type { SiteModel } from './understand/site-model.ts';

export interface ReplayPorts {
  site: Site;
  model: SiteModel;
  /** `recorded`: the readings of the log; `anew`: the site's model reads again. */
  readings: 'recorded' | 'anew';
}

export interface Difference {
  conversation: string;
  /** Of the decision. */
  seq: number;
  /** The customer's words, where it was about a message; else what it was about. */
  about: string;
  before: Outline;
  now: Outline;
}

export interface Replayed {
  decisions: number;
  /** Decisions of which the log does not tell what they were about, or whose contents were erased. */
  skipped: number;
  differences: Difference[];
}

export function replayConversation({ id, events }: LoggedConversation, ports: ReplayPorts): Replayed {
  const replayed: Replayed = { decisions: 0, skipped: 0, differences: [] };
  if (events.some(({ type }) => type === 'erased')) {
    return { ...replayed, skipped: events.filter(({ type }) => type === 'decided').length };
  }
  for (const turn of recordedTurns(events)) {
    const input = inputOf(turn, ports);
    if (!input) {
      replayed.skipped += 1;
      continue;
    }
    replayed.decisions += 1;
    const before = outline([turn.decided, ...turn.said]);
    const now = decidedAnew(situationOf(id, turn, ports.site), input, turn, ports);
    // A receipt is worded from the business's answer, which no log keeps: its decision is compared alone.
    const worded = input.kind !== 'outcome' && same(before.says, now.says);
    if (before.move === now.move && same(before.does, now.does) && (worded || input.kind === 'outcome'))
      continue;
    const about = input.kind === 'message' ? input.text : described(input);
    replayed.differences.push({ conversation: id, seq: turn.decided.seq, about, before, now });
  }
  return replayed;
}

function situationOf(id: string, { conversation, observed }: RecordedTurn, site: Site): Situation {
  const { desk, ...gates } = observed.gates as unknown as Gates & {
    desk: Omit<Situation['desk'], 'wait'>;
  };
  const wait = observed.wait ?? { position: 1, within: null, confidence: null, basis: 'too-little' };
  let ids = 0;
  return {
    id,
    conversation,
    facts: observed.facts as Record<string, Known>,
    gates,
    desk: { ...desk, wait },
    site,
    now: observed.at,
    nextId: () => `replayed-${++ids}`,
  };
}

function inputOf(turn: RecordedTurn, { site, model, readings }: ReplayPorts): Input | undefined {
  const without = inputWithoutEvent(turn);
  if (without || !turn.about) return without;
  const { about, conversation, observed, understood } = turn;
  const facts = observed.facts as Record<string, Known>;
  const recorded = readings === 'recorded' && understood;
  if (recorded) {
    const passages = (observed.passages ?? []) as unknown as Passage[];
    return turnInput(about, { reading: recorded as unknown as Understanding, passages })?.input;
  }
  const words = toRead(about, conversation, site, facts);
  return turnInput(about, words && readMessage(model, site, words))?.input;
}

function decidedAnew(
  situation: Situation,
  input: Input,
  { observed }: RecordedTurn,
  { site }: ReplayPorts,
): Outline {
  try {
    let decision = decide(situation, input);
    const look = decision.effects.find(({ effect }) => effect === 'look');
    if (look?.effect === 'look') {
      // What would be asked for anew is taken as the log has it.
      const fresh = look.facts.map((fact) => [fact, { ...situation.facts[fact], at: observed.at }]);
      decision = decide({ ...situation, facts: { ...situation.facts, ...Object.fromEntries(fresh) } }, input);
    }
    if (decision.events.length === 0) return { move: 'nothing', because: [], does: [], says: [] };
    if (input.kind === 'outcome') return outline(decision.events);
    const { conversation } = situation;
    const read = input.kind === 'message' ? input.reading.language : undefined;
    const locale = read ?? conversation.inside.language ?? conversation.view.locale;
    const owes = input.kind === 'message' && owedAcknowledgement(situation, input.reading) !== undefined;
    return outline(compose(decision, { site, locale, conversation, brief: () => [] }, owes));
  } catch (error) {
    return { move: 'fails', because: [], does: [String(error)], says: [] };
  }
}

function described(input: Input): string {
  switch (input.kind) {
    case 'choice':
      return `[${input.choice}]`;
    case 'asked':
      return `[${input.what}]`;
    case 'timer':
      return `(${input.name})`;
    case 'outcome':
      return `(${input.of}: ${input.outcome})`;
    default:
      return `(${input.kind})`;
  }
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
