// A conversation without sockets, store or classifier: the real decide, speak and fold, with readings that the
// test states. Time moves only when the test moves it.

import { owedAcknowledgement } from '../../server/decide/acknowledge.ts';
import { decide } from '../../server/decide/decide.ts';
import type { Effect } from '../../server/decide/decision.ts';
import type { Input, Passage, TimerName } from '../../server/decide/input.ts';
import type { DeskState, Gates, Known, Situation } from '../../server/decide/situation.ts';
import type { Site } from '../../server/site/site.ts';
import { compose } from '../../server/speak/compose.ts';
import { applyEvent, emptyConversation } from '../../shared/apply-event.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Event, EventBody, EventOf, EventType, Outcome, Wait } from '../../shared/events.ts';
import type { Understanding } from '../../shared/understanding.ts';
import { testSite } from './test-site.ts';

export const shortWait: Wait = { position: 1, within: 240, confidence: 0.9, basis: 'history' };

/** A calm reading of nothing; `more` states what this message is. */
export function reading(more: Partial<Understanding> = {}): Understanding {
  return {
    intents: [],
    outOfScope: 0.1,
    mood: { frustration: 0.1, urgency: 0.1, confusion: 0.1 },
    distress: false,
    entities: [],
    topics: [],
    language: 'en',
    wantsPerson: false,
    further: [],
    ...more,
  };
}

/** A reading of one intent. */
export function means(id: string, confidence = 0.95, more: Partial<Understanding> = {}): Understanding {
  return reading({ intents: [{ id, confidence }], ...more });
}

/** Records of one fact source, as fresh as `at`. */
export function records(
  fact: string,
  values: { id: string; name: string; status?: string }[],
  at: number,
): Known {
  return {
    ok: true,
    at,
    records: values.map((value) => ({
      fact,
      id: value.id,
      label: value.name,
      value: { status: 'active', ...value },
    })),
  };
}

export interface Scene {
  events: Event[];
  readonly conversation: Conversation;
  /** What a decision would see now. */
  situation(): Situation;
  site: Site;
  now: number;
  facts: Record<string, Known>;
  gates: Gates;
  desk: DeskState;
  /** Answers the business's calls. */
  outcome: (effect: Effect) => { outcome: Outcome; reference?: string; result?: unknown; why?: string };
  /** Effects that called the business. */
  calls: Effect[];
  /** All that was decided to be done, timers included. */
  effects: Effect[];
  say(text: string, as: Understanding, passages?: Passage[]): Event[];
  press(choice: string): Event[];
  ask(what: 'human' | 'undo' | 'again', about?: { proposal?: string; question?: string }): Event[];
  /** An agent's word on the last proposal. */
  word(approve: boolean): Event[];
  happen(body: EventBody): void;
  take(input: Input): Event[];
  wait(ms: number): Event[];
  last<T extends EventType>(type: T): EventOf<T> | undefined;
  all<T extends EventType>(type: T): EventOf<T>[];
}

/** A signed-in customer with one flight that has one bag, unless the test says otherwise. */
export function scene(options: { site?: Partial<Site>; anonymous?: boolean } = {}): Scene {
  const site = testSite(options.site);
  let ids = 0;
  const timers: { name: TimerName; ref: string; due: number }[] = [];
  const start = Date.UTC(2026, 10, 21, 9);
  const events: Event[] = [];
  let conversation = emptyConversation;

  function append(bodies: EventBody[]): Event[] {
    const added = bodies.map(
      (body, index): Event => ({ ...body, seq: events.length + index + 1, at: self.now }),
    );
    for (const event of added) conversation = applyEvent(conversation, event);
    events.push(...added);
    return added;
  }

  const self: Scene = {
    events,
    get conversation() {
      return conversation;
    },
    situation: () => ({
      id: 'c1',
      conversation,
      facts: self.facts,
      gates: self.gates,
      desk: self.desk,
      site: self.site,
      now: self.now,
      nextId: () => `id${++ids}`,
    }),
    site,
    now: start,
    facts: options.anonymous
      ? {}
      : {
          bookings: records('bookings', [{ id: 'ME204', name: 'flight ME204' }], start),
          bags: records('bags', [{ id: 'bag-1', name: 'bag on ME204' }], start),
        },
    gates: { open: [], held: [], rollout: {} },
    desk: { onDuty: 2, hoursOpen: true, wait: shortWait },
    outcome: () => ({ outcome: 'done', reference: 'R-1' }),
    calls: [],
    effects: [],
    take(input) {
      const added: Event[] = [];
      let current: Input | undefined = input;
      for (let step = 0; current && step < 8; step += 1) {
        const situation = self.situation();
        const decision = decide(situation, current);
        const context = { site: self.site, locale: 'en', conversation, brief: () => [] };
        // As in the turn: what wants fresher facts first is decided anew on them, and leaves nothing behind.
        const look = decision.effects.find((effect) => effect.effect === 'look');
        if (look) {
          self.calls.push(look);
          self.effects.push(look);
          self.facts = { ...self.facts, ...freshened(self.facts, look.facts, self.now) };
          continue;
        }
        const owes =
          current.kind === 'message' && owedAcknowledgement(situation, current.reading) !== undefined;
        added.push(...append(compose(decision, context, owes)));
        self.effects.push(...decision.effects);
        current = undefined;
        for (const effect of decision.effects) {
          if (effect.effect === 'set-timer') {
            const name = kept.find((one) => one === effect.name);
            if (name) timers.push({ name, ref: effect.ref, due: effect.due });
          }
          const called = calledBy(effect);
          if (called) {
            self.calls.push(effect);
            current = { kind: 'outcome', ...called, ms: 5, ...self.outcome(effect) };
          }
        }
      }
      return added;
    },
    say(text, as, passages = []) {
      const [event] = append([{ type: 'message', from: 'customer', text }]);
      const seq = event?.seq ?? 0;
      const { entities } = as;
      // As in the turn: the reading is decided on first and joins the log with the decision.
      const added = self.take({ kind: 'message', seq, text, reading: as, passages });
      append([
        { type: 'understood', message: seq, ...as, entities: entities.map((entity) => ({ ...entity })) },
      ]);
      return added;
    },
    press(choice) {
      const question = conversation.view.open;
      if (!question) throw new Error('no question is open');
      const [event] = append([{ type: 'answered', question, choice, by: 'button' }]);
      return self.take({ kind: 'choice', seq: event?.seq ?? 0, question, choice });
    },
    ask(what, about = {}) {
      const [event] = append([{ type: 'asked', what, clientId: `a${events.length}`, ...about }]);
      return self.take({ kind: 'asked', seq: event?.seq ?? 0, what, ...about });
    },
    word(approve) {
      const { proposal = '', action = '', hash = '', arguments: bound = {} } = self.last('proposed') ?? {};
      const by = { id: 'mia', name: 'Mia' };
      append([{ type: 'approved', proposal, action, arguments: bound, hash, by, approve }]);
      return self.take({ kind: 'agent', did: 'approved', proposal });
    },
    happen(body) {
      append([body]);
    },
    wait(ms) {
      self.now += ms;
      return timers
        .filter(({ due }) => due <= self.now)
        .flatMap(({ name, ref }) => self.take({ kind: 'timer', name, ref }));
    },
    last: (type) => events.findLast((event) => event.type === type) as never,
    all: (type) => events.filter((event) => event.type === type) as never,
  };
  append([{ type: 'opened', visitor: 'v1', channel: 'web', locale: 'en', site: site.id }]);
  if (!options.anonymous) append([{ type: 'identified', customer: 'cust', name: 'Ada' }]);
  self.take({ kind: 'opened' });
  return self;
}

/** These facts as the business has them at this moment: no others in a scene, but younger. */
function freshened(facts: Record<string, Known>, wanted: string[], at: number): Record<string, Known> {
  return Object.fromEntries(
    wanted.flatMap((fact) => {
      const known = facts[fact];
      return known?.ok ? [[fact, { ...known, at }]] : [];
    }),
  );
}

const kept: TimerName[] = ['expiry', 'approval', 'release'];

/** What an outcome will be of, for an effect that calls the business. */
function calledBy(effect: Effect): { of: 'run' | 'undo' | 'hold' | 'release'; proposal: string } | undefined {
  switch (effect.effect) {
    case 'run':
    case 'undo':
      return { of: effect.effect, proposal: effect.proposal };
    case 'set-aside':
      return { of: 'hold', proposal: effect.hold };
    case 'release':
      return { of: 'release', proposal: effect.hold };
    default:
      return undefined;
  }
}

/** The texts that the assistant and the system said, in order. */
export function said(events: Event[]): string[] {
  return events.flatMap((event) =>
    event.type === 'message' && event.from !== 'customer' ? [event.text] : [],
  );
}
