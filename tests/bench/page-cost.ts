// One visit to a page, and what came of loading it with a chat, of adding that, or of opening it: script CPU, long tasks,
// blocking time, layout shift, requests. Tasks are taken from Chromium's own trace of the main thread.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export type PageKind = 'blank' | 'ours' | Peer;
/**
 * What is measured: loading a page with the kind's markup; or, on a page that has loaded and come to rest, so that its
 * own work counts for nothing: adding that markup; opening the chat that is there; adding a frame of the panel's size
 * with a heading, a line, two buttons and a field, which is what any panel costs this machine at this hour.
 */
type Deed = 'load' | 'add' | 'open' | 'frame';
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
const bareFrame =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><link rel="icon" href="data:,"><h1>Heading</h1><p>A line of text</p><button>One</button><button>Two</button><textarea></textarea>';
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

/** A visit in a fresh context, at `slow` times less speed; only what `deed` brings about counts. */
export async function visit(host: Host, kind: PageKind, { slow, deed }: { slow: number; deed: Deed }) {
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
    const load = async (which: PageKind) => {
      await page.goto(`${host.url}/bench/${which}`);
      await settled(page);
    };
    if (deed !== 'load') await load(deed === 'open' ? kind : 'blank');
    await host.browser.startTracing(page, {
      categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    if (deed === 'load') await load(kind);
    else {
      await perform(page, deed, bodies[kind]);
      await page.waitForTimeout(500 * (slow + 1));
    }
    const trace = await host.browser.stopTracing();
    const shiftWithin = deed === 'open' ? await mustHaveGreeted(page) : 0;
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
    if (name === 'frame') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: bareFrame });
    const peer = (Object.keys(scripts) as Peer[]).find((one) => name === `${one}.js`);
    if (peer)
      return route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(peersDir, scripts[peer])),
      });
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><h1>A page</h1>${name === kind ? bodies[kind] : ''}</html>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
}

/** In a task of its own: the one that carries the wish to the page is the bench's. Nothing is asked of the page afterwards. */
async function perform(page: Page, deed: Exclude<Deed, 'load'>, markup: string): Promise<void> {
  await page.evaluate(
    ([what, html]) => {
      setTimeout(() => {
        const { Handrail } = window as unknown as { Handrail: { open(): void } };
        if (what === 'open') return Handrail.open();
        // Scripts in it run, as they would in the page's own markup.
        if (what === 'add')
          return document.body.append(document.createRange().createContextualFragment(html!));
        const frame = document.createElement('iframe');
        frame.src = '/bench/frame';
        frame.style.cssText = 'position:fixed;right:20px;bottom:92px;width:400px;height:680px';
        document.documentElement.append(frame);
      });
    },
    [deed, markup],
  );
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
