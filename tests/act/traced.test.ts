// A2: every call leaves a span, tied to its conversation and proposal, with nothing in it that a customer wrote.
import { type Span, type Tracer, type TracerProvider, trace } from '@opentelemetry/api';
import { afterEach, expect, it } from 'vitest';
import { createAct } from '../../server/act/act.ts';
import { testSite } from '../helpers/test-site.ts';

afterEach(() => trace.disable());

it('A2 traces a call with its conversation, proposal, endpoint and outcome, and no more', async () => {
  const spans: { name: string; attributes: Record<string, unknown>; ended: boolean }[] = [];
  const tracer = {
    startActiveSpan(
      name: string,
      options: { attributes: Record<string, unknown> },
      work: (span: Span) => unknown,
    ) {
      const seen = { name, attributes: { ...options.attributes }, ended: false };
      spans.push(seen);
      return work({
        setAttribute(key: string, value: unknown) {
          seen.attributes[key] = value;
        },
        setStatus: () => undefined,
        end: () => {
          seen.ended = true;
        },
      } as unknown as Span);
    },
  };
  trace.setGlobalTracerProvider({ getTracer: () => tracer as unknown as Tracer } as TracerProvider);
  const act = createAct({
    fetch: async () => new Response('{"reference":"R"}'),
    now: () => 1,
    newId: () => 'id',
  });
  const proposal = {
    id: 'p1',
    action: 'cancel-flight',
    arguments: { id: 'a word of the customer’s' },
    hash: 'h',
    customer: 'cust',
    question: 'q',
    expiresAt: 0,
    status: 'confirmed' as const,
  };
  await act.run(testSite(), { id: 'cust' }, proposal, 'c1');
  expect(spans).toMatchObject([
    {
      name: 'call cancel-flight',
      ended: true,
      attributes: {
        'handrail.site': 'test',
        'handrail.endpoint': 'cancel-flight',
        'handrail.conversation': 'c1',
        'handrail.proposal': 'p1',
        'handrail.outcome': 'done',
        'http.response.status_code': 200,
      },
    },
  ]);
  expect(JSON.stringify(spans)).not.toContain('a word');
});
