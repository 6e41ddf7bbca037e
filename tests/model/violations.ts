// The properties of a conversation, as one look at its whole log and at what the business counted. Independent of
// `decide`: nothing here knows why something was said, only what must never be.

import { rules } from '../../server/decide/rules.ts';
import type { ConversationRow } from '../../server/store/store.ts';
import { foldEvents } from '../../shared/apply-event.ts';
import { applyVisible, emptyView } from '../../shared/apply-visible.ts';
import type { Event, EventOf, EventType } from '../../shared/events.ts';
import { forCustomer } from '../../shared/for-customer.ts';
import type { BusinessCall, ModelWorld } from './model-world.ts';
import { promises } from './promises.ts';

export interface Violation {
  rule: string;
  what: string;
}

export interface Evidence {
  events: Event[];
  row: ConversationRow;
  calls: BusinessCall[];
  modes: ModelWorld['modes'];
  failures: string[];
  now: number;
  /** ms until N1's watchdog has long acted */
  grace: number;
}

/** Everything that must not be in this conversation, and is. */
export function violations(evidence: Evidence): Violation[] {
  return [
    ...runs(evidence),
    ...approvals(evidence),
    ...holds(evidence),
    ...promises(evidence),
    ...questions(evidence),
    ...claims(evidence),
    ...answers(evidence),
    ...acknowledgement(evidence),
    ...handoffs(evidence),
    ...reasons(evidence),
    ...folds(evidence),
    ...evidence.failures.map((what) => ({ rule: 'faults', what })),
  ];
}

function all<T extends EventType>(events: Event[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

/** D3, D4, D5: what the business was asked to do was confirmed by its own live button, and once. */
function runs({ events, calls }: Evidence): Violation[] {
  const found: Violation[] = [];
  // To give free what is free already is no harm, and may take more than one try.
  const keys = calls.map(({ key }) => key).filter((key) => !key.endsWith('-release'));
  for (const key of new Set(keys)) {
    if (keys.filter((other) => other === key).length > 1)
      found.push({ rule: 'D5', what: `${key} was sent more than once` });
  }
  for (const { key, body } of calls) {
    if (/-(?:undo|hold|release)$/.test(key)) continue;
    const proposed = all(events, 'proposed').find(({ proposal }) => proposal === key);
    const confirmed = all(events, 'confirmed').filter(({ proposal }) => proposal === key);
    if (!proposed || confirmed.length !== 1) {
      found.push({ rule: 'D3', what: `${key} ran with ${confirmed.length} confirmations` });
      continue;
    }
    const answered = all(events, 'answered').filter(
      ({ question, choice }) => question === proposed.question && choice === 'do',
    );
    const press = answered[0];
    if (answered.length !== 1 || !press) {
      found.push({ rule: 'D3', what: `${key} ran, and its question was answered ${answered.length} times` });
      continue;
    }
    if (press.at >= proposed.expiresAt)
      found.push({ rule: 'D3', what: `${key} was confirmed after it had expired` });
    if (press.by === 'typed' && !typedWhole(events, press, proposed.question ?? '')) {
      found.push({ rule: 'D4', what: `${key} was confirmed by other words than its label` });
    }
    const lapsed = all(events, 'lapsed').find(
      ({ question, seq }) => question === proposed.question && seq < press.seq,
    );
    if (lapsed) found.push({ rule: 'D3', what: `${key} was confirmed after it had lapsed` });
    if (proposed.hash !== confirmed[0]?.hash)
      found.push({ rule: 'D3', what: `${key} ran with another hash` });
    const sent = JSON.stringify(body);
    if (sent !== 'null' && sent !== JSON.stringify({ id: proposed.arguments.id })) {
      found.push({ rule: 'D3', what: `${key} ran with ${sent}, not with what was confirmed` });
    }
  }
  return found;
}

/** A5, D3: no run without the approval that its rung asks for, none of what was void, and none that stays open. */
function approvals({ events, calls, modes, now, grace }: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const { key } of calls.filter((call) => !call.key.endsWith('-undo'))) {
    const of = <T extends 'proposed' | 'confirmed' | 'approved' | 'voided'>(type: T) =>
      all(events, type).find((event) => 'proposal' in event && event.proposal === key);
    const voided = of('voided');
    if (voided) found.push({ rule: 'D3', what: `${key} ran, and was void at ${voided.seq}` });
    if (of('proposed')?.outcome === 'shadowed')
      found.push({ rule: 'A5', what: `${key} ran, and was for a person` });
    const confirmed = of('confirmed');
    const press = all(events, 'answered').find(({ question }) => question === of('proposed')?.question);
    if (!confirmed || !press) continue;
    // The rung may change while a turn is under way: any that it stood on meanwhile may have been the one.
    const began = turnOf(events, press);
    const from = modes.findLast(({ seq }) => seq < began);
    const places = [...(from ? [from] : []), ...modes.filter(({ seq }) => seq >= began)];
    const stood = places.map(({ mode }) => mode);
    const approved = of('approved');
    const wasApproved = approved?.approve === true && approved.seq > confirmed.seq;
    if (!stood.includes('autonomous') && !(wasApproved && stood.includes('supervised')))
      found.push({ rule: 'A5', what: `${key} ran without an agent’s approval` });
  }
  const { proposals } = foldEvents(events).inside;
  for (const { id, status, approveBy } of Object.values(proposals)) {
    if (status === 'awaiting' && (approveBy ?? 0) + grace / 2 < now)
      found.push({ rule: 'A5', what: `${id} is still waiting for an agent` });
  }
  for (const { proposal } of all(events, 'approved')) {
    const words = all(events, 'approved').filter((other) => other.proposal === proposal);
    if (words.length > 1) found.push({ rule: 'A5', what: `${proposal} has ${words.length} words on it` });
  }
  return found;
}

/** A6: what the customer confirms while its action is held goes to a person at once, and waits for nobody's click. */
function holds({ events, modes }: Evidence): Violation[] {
  return all(events, 'confirmed').flatMap(({ proposal, seq }) => {
    const proposed = all(events, 'proposed').find((event) => event.proposal === proposal);
    const press = all(events, 'answered').find(({ question }) => question === proposed?.question);
    if (!press) return [];
    const began = turnOf(events, press);
    const from = modes.findLast((one) => one.seq < began);
    const meanwhile = modes.filter((one) => one.seq >= began && one.seq < seq);
    const held = [...(from ? [from] : []), ...meanwhile].every((one) => one.held);
    const voided = all(events, 'voided').some(
      (event) => event.proposal === proposal && event.seq === seq + 1,
    );
    return held && !voided
      ? [{ rule: 'A6', what: `${proposal} was taken while it was held for people` }]
      : [];
  });
}

/** Where the turn of a press began: what is typed is answered in the turn of its message, on the gates seen there. */
function turnOf(events: Event[], press: EventOf<'answered'>): number {
  if (press.by !== 'typed') return press.seq;
  return all(events, 'decided').findLast(({ seq }) => seq < press.seq)?.on ?? press.seq;
}

function typedWhole(events: Event[], press: EventOf<'answered'>, question: string): boolean {
  const label = all(events, 'question')
    .find(({ id }) => id === question)
    ?.choices.find(({ id }) => id === 'do')?.label;
  const typed = all(events, 'message').findLast(
    ({ from, seq }) => from === 'customer' && seq < press.seq,
  )?.text;
  const said = all(events, 'message')
    .filter(({ from }) => from === 'customer')
    .map(({ text }) => text);
  return label !== undefined && (typed === label || said.includes(label));
}

/** C3: never two questions open. */
function questions({ events }: Evidence): Violation[] {
  const open = new Set<string>();
  for (const event of events) {
    if (event.type === 'question') open.add(event.id);
    if (event.type === 'answered' || event.type === 'lapsed') open.delete(event.question);
    if (open.size > 1) return [{ rule: 'C3', what: `two questions open at ${event.seq}` }];
  }
  return [];
}

/** H7: no word of the assistant's while an agent has the conversation. */
function claims({ events }: Evidence): Violation[] {
  let claimed = false;
  for (const event of events) {
    if (event.type === 'claimed') claimed = true;
    if (event.type === 'returned' || event.type === 'requeued' || event.type === 'resolved') claimed = false;
    const speaks = event.type === 'question' || (event.type === 'message' && event.from === 'assistant');
    if (claimed && speaks) return [{ rule: 'H7', what: `the assistant spoke at ${event.seq} after a claim` }];
  }
  return [];
}

/** N1: every message is followed by a reply, a handoff or a stated wait, or belongs to an agent. */
function answers({ events, now, grace }: Evidence): Violation[] {
  const found: Violation[] = [];
  for (const message of all(events, 'message')) {
    if (message.from !== 'customer' || message.at + grace > now) continue;
    const before = foldEvents(events.filter(({ seq }) => seq < message.seq));
    const after = events.filter(({ seq }) => seq > message.seq);
    const taken =
      before.view.status === 'claimed' || after.some(({ type }) => type === 'claimed' || type === 'resolved');
    const answered = after.some(
      (event) =>
        event.type === 'handoff' ||
        event.type === 'question' ||
        (event.type === 'message' && event.from !== 'customer'),
    );
    const covered = all(events, 'decided').some(({ on }) => (on ?? 0) >= message.seq);
    if (!taken && !(answered && covered))
      found.push({ rule: 'N1', what: `the message at ${message.seq} was left alone` });
  }
  return found;
}

/** E1: what is said about the customer's first message begins with an acknowledgement. */
function acknowledgement({ events }: Evidence): Violation[] {
  const first = events.find((event) => event.type === 'message' && event.from === 'customer');
  const decided = all(events, 'decided').find(({ on }) => first && (on ?? 0) >= first.seq);
  if (!decided || foldEvents(events.filter(({ seq }) => seq < decided.seq)).view.status === 'claimed')
    return [];
  const reply = events.find(
    (event) =>
      event.seq > decided.seq &&
      (event.type === 'decided' ||
        event.type === 'question' ||
        (event.type === 'message' && event.from === 'assistant')),
  );
  if (!reply || reply.type === 'decided' || (reply.type === 'message' && reply.acknowledges)) return [];
  return [{ rule: 'E1', what: `the first reply, at ${reply.seq}, acknowledges nothing` }];
}

/** H2, H5: a handoff says how long, or that it cannot be said. */
function handoffs({ events }: Evidence): Violation[] {
  return all(events, 'handoff').flatMap(({ seq, wait, within, text }) => {
    const stated =
      within !== null
        ? wait.confidence !== null && /\d/.test(text)
        : wait.basis === 'too-little' || wait.basis === 'nobody';
    return stated && text !== '' ? [] : [{ rule: 'H2', what: `the handoff at ${seq} states no wait` }];
  });
}

/** R2: every decision has a reason, and the reason is a rule. */
function reasons({ events }: Evidence): Violation[] {
  return all(events, 'decided').flatMap(({ seq, because }) =>
    because.length > 0 && because.every(({ rule, text }) => Object.hasOwn(rules, rule) && text !== '')
      ? []
      : [{ rule: 'R2', what: `the decision at ${seq} has no reason` }],
  );
}

/** R1, R3: numbered without gaps, and every view is the fold of its events. */
function folds({ events, row }: Evidence): Violation[] {
  const found: Violation[] = [];
  if (events.some(({ seq }, index) => seq !== index + 1))
    found.push({ rule: 'R1', what: 'the log has a gap' });
  const { view } = foldEvents(events);
  if (
    view.status !== row.status ||
    row.seq !== events.length ||
    (view.agent?.id ?? null) !== (row.agent?.id ?? null)
  ) {
    found.push({
      rule: 'R3',
      what: `the row says ${row.status} at ${row.seq}, the log ${view.status} at ${events.length}`,
    });
  }
  const seen = events.flatMap((event) => forCustomer(event) ?? []).reduce(applyVisible, emptyView);
  if (JSON.stringify(seen) !== JSON.stringify(view))
    found.push({ rule: 'R3', what: 'the customer’s fold is another' });
  return found;
}
