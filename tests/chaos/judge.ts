// What the harness holds against the customers' own memory when all is quiet again: the log, the screen, a fresh one.
import type { Event } from '../../shared/events.ts';
import type { CustomerLink } from '../helpers/customer-link.ts';
import type { ChaosCustomer } from './chaos-customer.ts';

export interface Verdict {
  sent: number;
  acked: number;
  shown: number;
  /** Acknowledged and not in the log, or written and neither shown nor said to be unsent. */
  lost: number;
  doubled: number;
  reordered: number;
  /** Messages that no decision covers, or more than one does. */
  unanswered: number;
  answeredTwice: number;
  faults: string[];
}

export const noVerdict: Verdict = {
  sent: 0,
  acked: 0,
  shown: 0,
  lost: 0,
  doubled: 0,
  reordered: 0,
  unanswered: 0,
  answeredTwice: 0,
  faults: [],
};

/** One customer's: `log` is all events of the conversation as stored, `fresh` a second screen that has just come. */
export function judge(customer: ChaosCustomer, log: Event[], fresh: CustomerLink): Verdict {
  const { name, sent, acked, link } = customer;
  const stored = log.filter((event) => event.type === 'message' && event.from === 'customer');
  const texts = stored.map((event) => (event.type === 'message' ? event.text : ''));
  const shown = link.said();
  const unsent = new Set(
    link.outbox.parcels
      .peek()
      .flatMap((parcel) =>
        parcel.event === 'message' && parcel.state === 'failed' ? [parcel.payload.text] : [],
      ),
  );
  const faults = customer.faults.map((fault) => `${name}: ${fault}`);
  const lostAcks = [...acked].filter(
    ([text, seq]) => log[seq - 1]?.type !== 'message' || !texts.includes(text),
  );
  const lostTexts = sent.filter((text) => !shown.includes(text) && !unsent.has(text));
  const gap = log.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) faults.push(`${name}: the log has a gap at ${gap + 1}`);
  for (const text of new Set([...lostAcks.map(([text]) => text), ...lostTexts])) faults.push(`lost: ${text}`);
  if (!sameScreen(link, fresh)) faults.push(`${name}: ${difference(link, fresh)}`);
  const answers = stored.map(({ seq }) => covers(log, seq));
  return {
    sent: sent.length,
    acked: acked.size,
    shown: shown.length,
    lost: new Set([...lostAcks.map(([text]) => text), ...lostTexts]).size,
    doubled: shown.length - new Set(shown).size + (texts.length - new Set(texts).size),
    reordered: disorder(shown, sent) + disorder(texts, sent),
    unanswered: answers.filter((count) => count === 0).length,
    answeredTwice: answers.filter((count) => count > 1).length,
    faults,
  };
}

export function sameScreen(a: CustomerLink, b: CustomerLink): boolean {
  return JSON.stringify(a.thread.view.peek()) === JSON.stringify(b.thread.view.peek());
}

/** The parts of the two views that are not the same, for whoever has to find out why. */
function difference(link: CustomerLink, fresh: CustomerLink): string {
  const [shown, anew] = [link, fresh].map(({ thread }) => Object.entries(thread.view.peek()));
  const other = new Map(anew);
  const parts = (shown ?? []).flatMap(([part, value]) => {
    const [here, there] = [JSON.stringify(value), JSON.stringify(other.get(part))];
    return here === there ? [] : [`${part} ends ${here?.slice(-300)}, and anew ${there?.slice(-300)}`];
  });
  return `the screen is not what a fresh one shows: ${parts.join('; ')}`;
}

/** Decisions about this message; one that was read together with those after it has theirs. */
function covers(log: Event[], seq: number): number {
  const own = log.filter((event) => event.type === 'decided' && event.on === seq).length;
  if (own > 0) return own;
  return log.some((event) => event.type === 'decided' && (event.on ?? 0) > seq) ? 1 : 0;
}

function disorder(shown: string[], sent: string[]): number {
  const places = shown.map((text) => sent.indexOf(text));
  return places.filter((place, index) => index > 0 && place < places[index - 1]!).length;
}

export function together(a: Verdict, b: Verdict): Verdict {
  return {
    sent: a.sent + b.sent,
    acked: a.acked + b.acked,
    shown: a.shown + b.shown,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    reordered: a.reordered + b.reordered,
    unanswered: a.unanswered + b.unanswered,
    answeredTwice: a.answeredTwice + b.answeredTwice,
    faults: [...a.faults, ...b.faults],
  };
}
