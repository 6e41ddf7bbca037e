// A span for every call to a business, by OpenTelemetry's API: without an SDK it costs nothing and goes nowhere.
// What a customer wrote is in none of its attributes.
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Answered, Asked } from './business.ts';

export function traced(
  { site, endpoint, request, about }: Asked,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const attributes = {
    'handrail.site': site.id,
    'handrail.endpoint': endpoint,
    'http.request.method': request.method,
    // The template, not the address: a value in it may be the customer's.
    'url.template': request.url,
    ...(about?.conversation ? { 'handrail.conversation': about.conversation } : {}),
    ...(about?.proposal ? { 'handrail.proposal': about.proposal } : {}),
  };
  const tracer = trace.getTracer('handrail');
  return tracer.startActiveSpan(`call ${endpoint}`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
    try {
      const answer = await work();
      span.setAttribute('handrail.outcome', answer.ok ? 'done' : answer.why);
      if ('status' in answer) span.setAttribute('http.response.status_code', answer.status);
      if (!answer.ok && answer.why !== 'refused') span.setStatus({ code: SpanStatusCode.ERROR });
      return answer;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
