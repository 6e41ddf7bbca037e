// @vitest-environment happy-dom
// The worker that has a browser load its tables of languages beside the first paint, and what happens without one.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { intlIsWarming, warmIntl } from '../../widget/ui/warm-intl.ts';

class FakeWorker {
  static last: FakeWorker | undefined;
  onmessage = () => {};
  onerror = () => {};
  terminate = vi.fn();
  readonly url: string;
  readonly name: string | undefined;
  constructor(url: string, { name }: WorkerOptions) {
    this.url = url;
    this.name = name;
    FakeWorker.last = this;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(window, 'trustedTypes');
});

describe('warmIntl', () => {
  it.each(['onmessage', 'onerror'] as const)('warms until %s, and lets the worker go', (ending) => {
    vi.stubGlobal('Worker', FakeWorker);
    warmIntl('de');
    expect(FakeWorker.last!.name).toBe('de');
    expect(intlIsWarming.value).toBe(true);
    FakeWorker.last![ending]();
    expect(intlIsWarming.value).toBe(false);
    expect(FakeWorker.last!.terminate).toHaveBeenCalled();
  });

  it('keeps nobody waiting for a worker that does not answer', () => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', FakeWorker);
    warmIntl('de');
    vi.runAllTimers();
    expect(intlIsWarming.value).toBe(false);
  });

  it('goes on at once where there are no workers', () => {
    vi.stubGlobal('Worker', () => {
      throw new DOMException('', 'SecurityError');
    });
    warmIntl('de');
    expect(intlIsWarming.value).toBe(false);
  });

  it('starts it by a policy that knows a single address', () => {
    vi.stubGlobal('Worker', FakeWorker);
    const names: string[] = [];
    Object.assign(window, {
      trustedTypes: {
        createPolicy(name: string, rules: { createScriptURL(asked: string): string }) {
          names.push(name);
          return { createScriptURL: () => rules.createScriptURL('https://elsewhere.example/x.js') };
        },
      },
    });
    warmIntl('de');
    FakeWorker.last!.onmessage();
    expect(names).toEqual(['handrail-intl']);
    expect(FakeWorker.last!.url).toContain('intl-worker');
  });
});
