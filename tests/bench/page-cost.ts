// One visit to a page that embeds a chat, and what it cost: script CPU, long tasks, blocking time, layout shift,
// requests. Tasks are taken from Chromium's own trace of the main thread.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export type PageKind = 'blank' | 'ours' | Peer;
type Peer = 'deep-chat' | 'typebot';

export interface Cost {
  /** CPU time of the main thread in JavaScript: compiling, running, microtasks; ms. */
  scriptMs: number;
  longestTaskMs: number;
  /** Tasks of more than 50 ms, and the sum of what they exceed that by (ms). */
  longTasks: number;
  blockingMs: number;
  /** Cumulative layout shift, as the page and, once open, the panel observe it. */
  layoutShift: number;
  /** Beside the page's own. */
  requests: number;
  /** Their paths. */
  files: string[];
}

export interface Host {
  browser: Browser;
  url: string;
  peersDir: string;
}

const scripts: Record<Peer, string> = {
  'deep-chat': 'node_modules/deep-chat/dist/deepChat.bundle.js',
  typebot: 'node_modules/@typebot.io/js/dist/web.js',
};
const bodies: Record<PageKind, string> = {
  blank: '',
  ours: '<script src="/widget.js" data-site="airline" async></script>',
  'deep-chat': '<script type="module" src="/bench/deep-chat.js"></script><deep-chat></deep-chat>',
  typebot:
    '<script type="module">import Typebot from "/bench/typebot.js"; Typebot.initBubble({ typebot: "any", apiHost: location.origin });</script>',
};

export const hostOf = (browser: Browser, url: string, peersDir: string): Host => ({ browser, url, peersDir });

/** Peers whose package is in `dir`. */
export function peersIn(dir: string): Peer[] {
  return (Object.keys(scripts) as Peer[]).filter((peer) => existsSync(join(dir, scripts[peer])));
}

/** A visit in a fresh context, at `slow` times less speed; with `open` only what follows the opening counts. */
export async function visit(host: Host, kind: PageKind, { slow, open }: { slow: number; open: boolean }) {
  const context = await host.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  try {
    await serve(page, host, kind);
    await page.addInitScript(() => {
      const seen = window as unknown as { shift: number };
      seen.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const devtools = await context.newCDPSession(page);
    if (slow > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow });
    const files: string[] = [];
    page.on('request', (request) => files.push(new URL(request.url()).pathname));
    const address = `${host.url}/bench/${kind}`;
    if (open) {
      await page.goto(address);
      await settled(page);
    }
    await host.browser.startTracing(page, {
      categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    if (open) await openChat(page, slow);
    else await page.goto(address);
    await settled(page);
    const trace = await host.browser.stopTracing();
    const shiftWithin = open ? await mustHaveGreeted(page) : 0;
    const tasks = mainThread(trace, ({ name }) => name === 'RunTask');
    const long = tasks.filter((ms) => ms > 50);
    const cost: Cost = {
      scriptMs: mainThread(trace, ({ name }) => inScript.has(name)).reduce((sum, ms) => sum + ms, 0),
      longestTaskMs: Math.max(0, ...tasks),
      longTasks: long.length,
      blockingMs: long.reduce((sum, ms) => sum + ms - 50, 0),
      layoutShift: (await page.evaluate(shiftSeen)) + shiftWithin,
      requests: files.length - 1,
      files: files.slice(1),
    };
    return cost;
  } finally {
    await context.close();
  }
}

async function serve(page: Page, { peersDir }: Host, kind: PageKind): Promise<void> {
  await page.route('**/bench/*', (route) => {
    const name = new URL(route.request().url()).pathname.replace('/bench/', '');
    const peer = (Object.keys(scripts) as Peer[]).find((one) => name === `${one}.js`);
    if (peer)
      return route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(peersDir, scripts[peer])),
      });
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><h1>A page</h1>${bodies[kind]}</html>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
}

/** Opens, and lets it come to rest without asking the page anything: a question would be a task of its own. */
async function openChat(page: Page, slow: number): Promise<void> {
  await page.evaluate(() => (window as unknown as { Handrail: { open(): void } }).Handrail.open());
  await page.waitForTimeout(500 * (slow + 1));
}

/** Throws when the panel did not greet: then it was not an opening that was measured. */
async function mustHaveGreeted(page: Page): Promise<number> {
  const panel = page.frames().find((frame) => frame.url().includes('/widget/frame'));
  await panel?.getByText('automated assistant').first().waitFor({ timeout: 5000 });
  if (!panel) throw new Error('The panel did not open.');
  return panel.evaluate(shiftSeen);
}

const shiftSeen = () => (window as unknown as { shift: number }).shift;

/** Loaded, and quiet for a second. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(1000);
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  args?: { name?: string; data?: { processId?: number; url?: string; frames?: Process[] } };
  /** µs: when, how long, and how long on the CPU, so that what else the machine does counts for nothing. */
  ts: number;
  dur?: number;
  tdur?: number;
}

interface Process {
  processId?: number;
  url?: string;
}

const inScript: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
]);

/** CPU times (ms) of the outermost such events on the main threads that have the page: Chromium draws parts of itself in others. */
function mainThread(trace: Buffer, wanted: (event: TraceEvent) => boolean): number[] {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] };
  const ours = new Set(
    traceEvents
      .filter(({ name }) => name === 'TracingStartedInBrowser' || name === 'FrameCommittedInBrowser')
      .flatMap(({ args }) => args?.data?.frames ?? args?.data ?? [])
      .filter(({ url }) => url?.startsWith('http'))
      .map(({ processId }) => processId),
  );
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .filter(({ pid }) => ours.has(pid))
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  if (main.size === 0) throw new Error('The trace does not say which process has the page.');
  const ends = new Map<string, number>();
  return traceEvents
    .filter((event) => event.dur !== undefined && main.has(`${event.pid} ${event.tid}`) && wanted(event))
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!)
    .flatMap(({ pid, tid, ts, dur = 0, tdur = dur }) => {
      const thread = `${pid} ${tid}`;
      if (ts < (ends.get(thread) ?? 0)) return [];
      ends.set(thread, ts + dur);
      return [tdur / 1000];
    });
}
