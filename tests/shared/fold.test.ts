// The fold and what the customer may see of it, over arbitrary logs.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEvent, customerView, emptyConversation, foldEvents } from '../../shared/apply-event.ts';
import { applyVisible, emptyView } from '../../shared/apply-visible.ts';
import { eventBodySchema, eventSchema } from '../../shared/event-schema.ts';
import type { Event } from '../../shared/events.ts';
import { forCustomer } from '../../shared/for-customer.ts';
import { arbitraryBody, arbitraryLog } from './arbitrary-events.ts';

const visible = (log: Event[]) => log.map(forCustomer).filter((event) => event !== undefined);

describe('fold', () => {
  test("R3 the fold of the customer's events is the customer's view of the fold of all", () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        const view = customerView(foldEvents(log));
        expect(visible(log).reduce(applyVisible, emptyView)).toEqual(view);
        expect(foldEvents(visible(log)).view).toEqual(view);
      }),
    );
  });

  test('R3 a snapshot and the events after it are a fresh snapshot', () => {
    fc.assert(
      fc.property(arbitraryLog(), fc.nat(40), (log, cut) => {
        const snapshot = JSON.parse(JSON.stringify(foldEvents(log.slice(0, cut))));
        expect(foldEvents(log.slice(cut), snapshot)).toEqual(foldEvents(log));
      }),
    );
  });

  test('the fold changes neither what it was given nor the event', () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        let conversation = deepFrozen(emptyConversation);
        // In a frozen value an assignment throws.
        for (const event of log) conversation = deepFrozen(applyEvent(conversation, deepFrozen(event)));
        expect(conversation.inside.seq).toBe(log.length);
      }),
    );
  });

  test('C3 at most one question is open, and it is the last one that was asked', () => {
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        const { open } = foldEvents(log).view;
        const asked = log.filter((event) => event.type === 'question');
        expect(open === undefined || open === asked.at(-1)?.id).toBe(true);
      }),
    );
  });
});

describe('what the customer may see', () => {
  test('R3 mood, VIP, scores, triggers and what choices mean never reach the customer', () => {
    const inner = new Set([
      'vip',
      'phrase',
      'means',
      'pending',
      'mood',
      'intents',
      'because',
      'hash',
      'notes',
    ]);
    fc.assert(
      fc.property(arbitraryLog(), (log) => {
        for (const event of visible(log)) {
          expect(Object.keys(event).filter((key) => inner.has(key))).toEqual([]);
          expect(forCustomer(event)).toEqual(event);
          if (event.type === 'handoff') expect(event).toMatchObject({ triggers: [], priority: 0 });
        }
      }),
    );
  });
});

describe('event schema', () => {
  test('R1 an event comes back from JSON as it was', () => {
    fc.assert(
      fc.property(arbitraryLog(5), (log) => {
        for (const event of log) {
          const back: unknown = JSON.parse(JSON.stringify(event));
          expect(eventSchema.parse(back)).toEqual(event);
        }
      }),
    );
  });

  test('what lacks a required field or has an unknown type is refused', () => {
    fc.assert(
      fc.property(arbitraryBody, fc.nat(), (body, pick) => {
        const option = eventBodySchema.options.find((one) => one.shape.type.value === body.type)!;
        const shape = option.shape as Record<string, { safeParse(value: undefined): { success: boolean } }>;
        const required = Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
        const without: Record<string, unknown> = { ...body };
        delete without[required[pick % required.length]!];
        expect(eventBodySchema.safeParse(body).success).toBe(true);
        expect(eventBodySchema.safeParse(without).success).toBe(false);
        expect(eventBodySchema.safeParse({ ...body, type: 'invented' }).success).toBe(false);
      }),
    );
  });
});

function deepFrozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFrozen(part);
  }
  return value;
}
