// A turn: intake has stored what the customer said; from here it is understood, decided, acted upon, put into
// words and recorded, until `decide` wants nothing further. One turn at a time for each conversation.
import type { Conversation } from '../shared/conversation.ts';
import type { EventBody } from '../shared/events.ts';
import type { Lanes } from '../shared/lanes.ts';
import type { Act } from './act/act.ts';
import { owedAcknowledgement } from './decide/acknowledge.ts';
import { decide } from './decide/decide.ts';
import type { Decision } from './decide/decision.ts';
import type { Input, TimerName } from './decide/input.ts';
import type { DeskState, FactRecord, Gates, Known, Situation } from './decide/situation.ts';
import { composeBrief } from './handoff/brief.ts';
import type { Reader } from './reader.ts';
import type { Loaded } from './record/fold-cache.ts';
import type { Recorder } from './record/recorder.ts';
import type { FactSource, Site } from './site/site.ts';
import { compose } from './speak/compose.ts';
import { factInWords } from './speak/fact-in-words.ts';
import type { Store, Timer } from './store/store.ts';
import { toRead } from './to-read.ts';
import { customerOf, lookUpOutcome, performEffects } from './turn-effects.ts';
import { turnEvent } from './turn-event.ts';
import { turnInput } from './turn-input.ts';
import { lostOutcome } from './turn-lost.ts';
import { observed } from './turn-observed.ts';
import { isSettled } from './turn-settled.ts';
import { outcomeGrace, type Timers, turnTimers } from './turn-timers.ts';

export interface TurnsDeps {
  store: Pick<Store, 'read'>;
  recorder: Recorder;
  lanes: Lanes;
  site: (id: string) => Site | undefined;
  reader: Reader;
  act: Act;
  gates: (site: Site, conversation: Conversation, input: Input) => Promise<Gates>;
  /** Too many at once: new runs of the action are a person's (A6). */
  hold: (site: Site, of: { action: string; why: string }, conversation: string) => Promise<void>;
  desk: (site: Site, conversation: string) => Promise<DeskState>;
  /** The agent does not answer what is owed since then: back in line with it, unless they have answered by now. */
  requeue: (conversation: string, agent: string, owed: number) => Promise<unknown>;
  /** Resolves when it is this turn's time to begin. Default: at once. */
  round?: () => Promise<void>;
  /** Epoch ms. */
  now: () => number;
  newId: () => string;
  /** Told of a turn that failed; the watchdog brings a person. */
  failed: (conversation: string, error: unknown) => void;
}

export interface Turns {
  /** The turn for the customer's stored event at `seq`; resolves when it and its effects have ended. */
  take(conversation: string, seq: number): Promise<void>;
  /** A timer that is due. */
  due(timer: Timer): Promise<void>;
  /** The first line of a new conversation. */
  greet(conversation: string): Promise<void>;
  /** After an agent gave the conversation back. */
  returned(conversation: string): Promise<void>;
  /** After an agent's word on a proposal. */
  approved(conversation: string, proposal: string): Promise<void>;
}

/** Decisions that one turn may come to, those on what changed in between included: a fault cannot spin for ever. */
const mostSteps = 30;

export function createTurns(deps: TurnsDeps): Turns {
  const { recorder, lanes, act } = deps;

  /** What a process that died left before it is answered first: turns come in the order of what was said. */
  async function take(id: string, seq: number, alone = false): Promise<void> {
    const { event, burst, loaded } = await turnEvent(deps, id, seq);
    const site = loaded && deps.site(loaded.row.site);
    if (!event || !loaded || !site) return;
    // Of a burst the last message sees to what was left: each for itself would look through all of it.
    const left = alone || burst ? [] : loaded.conversation.inside.pending.filter((one) => one.seq < seq);
    for (const one of left) await take(id, one.seq, true);
    if (left.length > 0) return take(id, seq, true);
    const mine = {
      clearTimers: [
        { name: 'turn', ref: String(seq) },
        { name: 'watchdog', ref: String(seq) },
      ],
    };
    const pending = loaded.conversation.inside.pending.some((one) => one.seq === seq);
    if (!pending || burst) {
      // Covered already, or read together with the message behind it, whose turn comes next.
      await recorder.append({
        conversation: id,
        at: deps.now(),
        events: [],
        ...(burst ? withNet(mine) : mine),
      });
      return;
    }
    const facts = await look(
      site,
      loaded,
      site.facts.map((source) => source.id),
    );
    const words = toRead(event, loaded.conversation, site, facts);
    const turn = turnInput(event, words && (await deps.reader(site, words)));
    if (!turn) return;
    await drive(loaded, site, turn.input, facts, turn.understood ? [turn.understood] : [], mine);
  }

  /** Decides on the input, appends, runs what was decided, and decides on the outcome, until there is no more. */
  async function drive(
    loaded: Loaded,
    site: Site,
    input: Input,
    facts: Record<string, Known>,
    before: EventBody[],
    timers: Timers,
  ): Promise<void> {
    const id = loaded.row.id;
    let { row, conversation } = loaded;
    let current = input;
    let known = facts;
    let first = before;
    let mine = timers;
    for (let step = 0; step < mostSteps; step += 1) {
      const desk = await deps.desk(site, id);
      const gates = await deps.gates(site, conversation, current);
      const situation: Situation = {
        id,
        conversation,
        facts: known,
        gates,
        desk,
        site,
        now: deps.now(),
        nextId: deps.newId,
      };
      const decision = decide(situation, current);
      const wanted = decision.effects.find((effect) => effect.effect === 'look');
      if (wanted) {
        known = { ...known, ...(await look(site, { row, conversation }, wanted.facts, wanted.maxAge)) };
        continue;
      }
      const events = said(situation, current, decision, first);
      const write = {
        conversation: id,
        at: deps.now(),
        events,
        expect: row.seq,
        fence: row.fence,
        ...turnTimers(decision, mine, site, conversation, deps.now()),
      };
      const appended = await recorder.append(write, [], { row, conversation });
      if (!appended.ok) {
        // Something happened in between: what stands now is decided on instead, unless another node has settled it.
        // After a claim that leaves the words to the person (H7), covers what was asked, and starts their clock (N1).
        const fresh = await recorder.load(id);
        if (!fresh) throw new Error(`the turn could not be recorded: ${appended.why}`);
        ({ row, conversation } = fresh);
        if (!lanes.holds(id) && current.kind !== 'outcome') return;
        const settled = isSettled(current, conversation);
        // What came right behind a message is read together with it, in the turn that comes next.
        const burst = current.kind === 'message' && (await turnEvent(deps, id, current.seq)).burst;
        if (!settled && !burst) continue;
        const done = settled ? mine : withNet(mine);
        await recorder.append({ conversation: id, at: deps.now(), events: [], ...done });
        return;
      }
      const after = appended.conversation
        ? { row: appended.row, conversation: appended.conversation }
        : await recorder.load(id);
      if (!after) throw new Error('a conversation is gone in the middle of its turn');
      ({ row, conversation } = after);
      first = [];
      mine = {};
      for (const effect of decision.effects) if (effect.effect === 'hold') await deps.hold(site, effect, id);
      const silent = decision.effects.find((effect) => effect.effect === 'requeue');
      if (silent) await deps.requeue(id, silent.agent, silent.owed);
      // A node that stood still since then leaves the call to the net behind it: another may have told how it ended (D6).
      if (!lanes.holds(id) && deps.now() > write.at + outcomeGrace) return;
      const outcome = await performEffects(act, id, site, conversation, decision.effects);
      if (!outcome) return;
      current = outcome;
      // What goes on after it is decided on what is so now; where nothing does, nobody waits for it.
      if (outcome.of === 'run' && outcome.outcome === 'done')
        known = await look(site, after, Object.keys(known));
    }
    throw new Error('a turn did not come to an end');
  }

  /** The events of a decision, in words: what was seen and read first, then what was decided and said. */
  function said(situation: Situation, input: Input, decision: Decision, before: EventBody[]): EventBody[] {
    if (decision.events.length === 0) return before;
    const { conversation, site, desk } = situation;
    const reading = before.find((event) => event.type === 'understood');
    const locale = reading?.language ?? conversation.inside.language ?? conversation.view.locale;
    const records = recordsOf(situation.facts);
    const brief = () =>
      composeBrief({ conversation, site, locale, known: records.map(({ label }) => label), wait: desk.wait });
    const owes = input.kind === 'message' && owedAcknowledgement(situation, input.reading) !== undefined;
    const words = compose(decision, { site, locale, conversation, brief }, owes);
    return [...before, observed(situation, input), ...words];
  }

  function look(
    site: Site,
    { row, conversation }: Loaded,
    facts: string[],
    maxAge?: number,
  ): Promise<Record<string, Known>> {
    const locale = conversation.inside.language ?? conversation.view.locale;
    const label = (source: FactSource, value: Record<string, unknown>) =>
      factInWords(source, value, locale, site.locale);
    return act.look(site, customerOf(conversation), {
      facts,
      conversation: row.id,
      label,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }

  /** Runs work in the conversation's lane; a failure is told and leaves the watchdog in place. */
  function inLane(id: string, work: () => Promise<void>): Promise<void> {
    return lanes.run(id, async () => {
      try {
        await work();
      } catch (error) {
        deps.failed(id, error);
      }
    });
  }

  /**
   * Decides on something that is no event of the customer's; `seen`: in the light of what is known of them, so that
   * their own references are not masked in what they write first, and what was confirmed can be looked at again.
   */
  async function consider(id: string, input: Input, timers: Timers = {}, seen = false): Promise<void> {
    const loaded = await recorder.load(id);
    const site = loaded && deps.site(loaded.row.site);
    if (!loaded || !site || isSettled(input, loaded.conversation)) return;
    const wanted = seen && loaded.conversation.view.customer ? site.facts.map((source) => source.id) : [];
    const facts = wanted.length > 0 ? await look(site, loaded, wanted) : {};
    await drive(loaded, site, input, facts, [], timers);
  }

  return {
    take: (id, seq) =>
      inLane(id, async () => {
        await deps.round?.();
        await take(id, seq);
      }),
    greet: (id) => inLane(id, () => consider(id, { kind: 'opened' }, {}, true)),
    returned: (id) => inLane(id, () => back(id)),
    approved: (id, proposal) =>
      inLane(id, () => consider(id, { kind: 'agent', did: 'approved', proposal }, {}, true)),
    due: (timer) =>
      inLane(timer.conversation, async () => {
        const clear = { clearTimers: [{ name: timer.name, ref: timer.ref }] };
        if (timer.name === 'turn') return take(timer.conversation, Number(timer.ref));
        if (timer.name === 'outcome') return lost(timer, clear);
        if (timer.name === 'returned') return back(timer.conversation);
        await consider(
          timer.conversation,
          { kind: 'timer', name: timer.name as TimerName, ref: timer.ref },
          clear,
          timer.name === 'approval',
        );
      }),
  };

  function back(id: string): Promise<void> {
    return consider(id, { kind: 'agent', did: 'returned' }, { clearTimers: [{ name: 'returned' }] });
  }

  async function lost(timer: Timer, clear: Timers): Promise<void> {
    const loaded = await recorder.load(timer.conversation);
    const input = loaded && lostOutcome(timer.ref, loaded.conversation);
    const site = loaded && deps.site(loaded.row.site);
    if (input && site) {
      const found = await lookUpOutcome(act, timer.conversation, site, loaded.conversation, input);
      return consider(timer.conversation, found, clear);
    }
    await recorder.append({ conversation: timer.conversation, at: deps.now(), events: [], ...clear });
  }
}

function recordsOf(facts: Record<string, Known>): FactRecord[] {
  return Object.values(facts).flatMap((known) => (known.ok ? known.records : []));
}

/** Of a burst the turn's own timer goes; the net of N1 stays until all of it is covered. */
function withNet({ clearTimers = [] }: Timers): Timers {
  return { clearTimers: clearTimers.filter(({ name }) => name === 'turn') };
}
