// Who sends a body byte by byte is let go at the end of the bound; a file, a whole body and one without any are not.
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endSlowBodies } from '../../server/intake/slow-bodies.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A request that has begun; `destroyed` says whether its connection was closed. */
function begin(headers: Record<string, string>, url = '/api/agent/login') {
  const request = { headers, url, complete: false, socket: { destroyed: false, destroy: () => {} } };
  request.socket.destroy = () => {
    request.socket.destroyed = true;
  };
  const response = new EventEmitter();
  endSlowBodies(10_000)(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  return { request, response };
}
const wasLetGo = ({ request }: ReturnType<typeof begin>) => request.socket.destroyed;

it('a body that is not whole in time ends the connection, however it is announced', () => {
  const counted = begin({ 'content-length': '4' });
  const chunked = begin({ 'transfer-encoding': 'chunked' });
  vi.advanceTimersByTime(9_999);
  expect([counted, chunked].map(wasLetGo)).toEqual([false, false]);
  vi.advanceTimersByTime(1);
  expect([counted, chunked].map(wasLetGo)).toEqual([true, true]);
});

it('a body that is whole may wait for its answer, and nothing is left over once it is answered', () => {
  const whole = begin({ 'content-length': '4' });
  whole.request.complete = true;
  const answered = begin({ 'content-length': '4' });
  answered.response.emit('close');
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect([whole, answered].map(wasLetGo)).toEqual([false, false]);
});

it('a file may take its time, and what has no body has none to wait for', () => {
  begin({ 'content-length': '4' }, '/api/files/ticket?save');
  begin({});
  begin({ 'content-length': '0' });
  expect(vi.getTimerCount()).toBe(0);
});
