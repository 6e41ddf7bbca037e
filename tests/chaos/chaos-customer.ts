// One customer of the chaos harness: the panel's own network logic, writing all the time, whose page is closed and
// opened again, and everything that it sent, got acknowledged and was shown.
import { effect } from '@preact/signals-core';
import type { MessageEntry } from '../../shared/conversation.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { type CustomerLink, customerLink } from '../helpers/customer-link.ts';
import type { ChaosLine } from './chaos-line.ts';

export interface ChaosCustomer {
  name: string;
  /** Texts in the order in which they were written. */
  sent: string[];
  /** Texts by their ids, as acknowledged, with their seq. */
  acked: Map<string, number>;
  /** What was seen to go wrong while it went on. */
  faults: string[];
  /** Called with each answer to a message: how long it took, ms, and its code where it was refused. */
  answered(ms: number, code?: string): void;
  /** The way to the server, this customer's alone. */
  line: ChaosLine;
  readonly link: CustomerLink;
  /** Writes one message. */
  write(): void;
  /** Closes the page and opens it again over what it had kept. */
  reload(): void;
  online(): boolean;
  /** It has its conversation, everything written is on screen, and nothing is under way. */
  settled(): boolean;
  /** A second page of the same person, once settled, with nothing on screen yet: what it shows is a fresh snapshot. */
  fresh(): CustomerLink;
  close(): Promise<void>;
}

export function chaosCustomer(name: string, line: ChaosLine): ChaosCustomer {
  const url = `http://127.0.0.1:${line.port}`;
  const sent: string[] = [];
  const acked = new Map<string, number>();
  const texts = new Map<string, string>();
  const faults: string[] = [];
  const storage = browserStorage(() => null);
  let stop = () => {};
  let link: CustomerLink;

  function open(): CustomerLink {
    let shown: MessageEntry[] = [];
    const opened = customerLink({
      url,
      site: 'quay',
      storage,
      ackWithinMs: 2_000,
      answered(event, payload, answer, ms) {
        const text = texts.get((payload as { id?: string }).id ?? '');
        if (event !== 'message' || text === undefined) return;
        customer.answered(ms, answer.ok ? undefined : answer.error?.code);
        if (!answer.ok || answer.seq === undefined) return;
        const before = acked.get(text);
        if (before !== undefined && before !== answer.seq)
          faults.push(`“${text}” was acknowledged as ${before} and as ${answer.seq}`);
        acked.set(text, answer.seq);
      },
    });
    stop = effect(() => {
      const now = opened.thread.view.value.entries.filter(
        (entry): entry is MessageEntry => entry.kind === 'message',
      );
      // What was on screen stays where it was.
      const moved = shown.findIndex((entry, index) => now[index]?.seq !== entry.seq);
      if (moved >= 0) faults.push(`what stood at ${moved} on screen is gone or has moved`);
      shown = now;
    });
    return opened;
  }

  const customer: ChaosCustomer = {
    name,
    sent,
    acked,
    faults,
    answered: () => undefined,
    line,
    get link() {
      return link;
    },
    write() {
      const text = `${name} ${sent.length + 1}: when does the ferry leave`;
      sent.push(text);
      texts.set(link.say(text), text);
    },
    reload() {
      stop();
      link.dispose();
      link = open();
    },
    online: () => link.online.peek(),
    // A page that has not arrived yet has no session to share: a second one would be another visitor's.
    settled: () =>
      link.thread.view.peek().seq > 0 &&
      link.outbox.parcels.peek().length === 0 &&
      link.said().length >= sent.length,
    fresh: () => customerLink({ url, site: 'quay', storage }),
    close() {
      stop();
      link.dispose();
      return line.close();
    },
  };
  link = open();
  return customer;
}
