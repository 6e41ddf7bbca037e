// What was decided, done: a run or its undo, setting aside or giving free, and the question what became of a run.
// Each has an idempotency key that follows from the proposal (D5), and an outcome that claims no more than is known.
import type { Hold, Proposal } from '../../shared/conversation.ts';
import { valueAt } from '../../shared/fill-template.ts';
import type { Action, HttpRequest, Shape, Site } from '../site/site.ts';
import type { Customer, RunOutcome } from './act.ts';
import type { Answered, Asked, Business } from './business.ts';
import { fits } from './shape.ts';

export type DeedName = 'run' | 'undo' | 'hold' | 'release' | 'lookUp';

export interface Deed {
  did: DeedName;
  site: Site;
  customer: Customer;
  about: Proposal | Hold;
  conversation?: string | undefined;
}

const suffixes: Record<DeedName, string> = {
  run: '',
  undo: '-undo',
  hold: '-hold',
  release: '-release',
  lookUp: '',
};

export async function perform(business: Business, deed: Deed): Promise<RunOutcome> {
  const { did, site, customer, about } = deed;
  const action = site.actions.find(({ id }) => id === about.action);
  const request = action && requestOf(action, did);
  if (!action || !request) return { outcome: 'failed', ms: 0, why: 'no-request' };
  const started = performance.now();
  const reading = did === 'lookUp';
  const asked: Asked = {
    site,
    // A question must not be kept from being asked by the very breaker that made it necessary.
    endpoint: reading ? `${action.id}-lookup` : action.id,
    request,
    values: {
      arguments: about.arguments,
      object: about.object ?? {},
      details: about.details ?? {},
      customer,
      reference: ('reference' in about && about.reference) || '',
      hold: `${about.id}${suffixes.hold}`,
      key: about.id,
    },
    timeout: action.timeout,
    about: { conversation: deed.conversation, proposal: about.id },
    ...shapeChecked(action, did),
    ...(reading ? { retries: 1 } : { key: about.id + suffixes[did] }),
  };
  const answer = await business.ask(asked);
  const outcome = reading ? foundOut(action, answer) : outcomeOf(answer, action);
  return { ...outcome, ms: Math.round(performance.now() - started) };
}

function requestOf(action: Action, did: DeedName): HttpRequest | undefined {
  switch (did) {
    case 'run':
      return action.request;
    case 'undo':
      return action.undo?.request;
    case 'hold':
      return action.hold?.request;
    case 'release':
      return action.hold?.release;
    case 'lookUp':
      return action.lookup?.request;
  }
}

/** Nothing to check where the answer says nothing that anyone goes by. */
function shapeChecked(action: Action, did: DeedName): Pick<Asked, 'fits'> {
  const shape: Shape | undefined =
    did === 'run' ? action.response : did === 'hold' ? action.hold?.response : undefined;
  return shape ? { fits: (body) => fits(body, shape) } : {};
}

type Outcome = Omit<RunOutcome, 'ms'>;

/** D6: only what surely had no effect is called failed or refused; an answer that cannot be read is unknown. */
function outcomeOf(answer: Answered, action: Action): Outcome {
  if (answer.ok) return done(action, answer.body);
  switch (answer.why) {
    case 'refused':
      return { outcome: 'refused', why: `status-${answer.status}` };
    case 'open':
      return { outcome: 'failed', why: 'breaker-open' };
    case 'busy':
    case 'not-sent':
      return { outcome: 'failed', why: answer.why };
    default:
      return { outcome: 'unknown', why: answer.why };
  }
}

/** What the business says became of a key. That it knows of none proves nothing: the request may still be on its way. */
function foundOut(action: Action, answer: Answered): Outcome {
  const { lookup } = action;
  if (!lookup || !answer.ok) return { outcome: 'unknown', why: 'not-found' };
  const status = lookup.status === undefined ? 200 : valueAt(answer.body, lookup.status);
  if (typeof status !== 'number' || status >= 500)
    return { outcome: 'unknown', why: `was-${String(status)}` };
  if (status >= 400) return { outcome: 'refused', why: `status-${status}` };
  const result = valueAt(answer.body, lookup.result);
  return fits(result, action.response)
    ? { ...done(action, result), why: 'looked-up' }
    : { outcome: 'unknown', why: 'wrong-shape' };
}

function done(action: Action, body: unknown): Outcome {
  const reference = action.reference === undefined ? undefined : valueAt(body, action.reference);
  return { outcome: 'done', result: body, ...(typeof reference === 'string' ? { reference } : {}) };
}
