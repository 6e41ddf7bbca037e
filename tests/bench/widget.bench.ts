// What the chat costs a page before and at its first use, beside peers' packages: `--runs N`, `--peers DIR`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../helpers/launch-chromium.ts';
import { type Cost, hostOf, type PageKind, peersIn, visit } from './page-cost.ts';
import { serveDemo } from './serve-demo.ts';
import { type Weight, weigh } from './weigh.ts';

interface WidgetFigures {
  loader: Weight;
  /** JavaScript and style sheets of a first open, the loader among them. */
  open: Weight;
  /** Requests before the first use, the page's own not counted. */
  requests: number;
  /** Script CPU (ms, median) of a page with the launcher, and of the same page without. */
  scriptMs: number;
  blankScriptMs: number;
  /** At 6x slow-down, what the launcher adds to a page at rest, and what adding nothing comes to. */
  idleSlow: SlowCost;
  blankSlow: SlowCost;
  openLongestTaskMs: number;
  openSlowBlockingMs: number;
  openSlowLongestTaskMs: number;
  /** The same of a bare frame of the panel's size, in the same run: how slow the machine is, whatever is in a panel. */
  bareFrameLongestTaskMs: number;
  bareFrameSlowBlockingMs: number;
  bareFrameSlowLongestTaskMs: number;
  openLayoutShift: number;
  /** What each peer adds in script CPU, over what this adds; absent where the package is not installed. */
  peers: Record<string, { scriptMs: number; timesOurs: number; blockingMsSlow: number; requests: number }>;
}

type SlowCost = Pick<Cost, 'longTasks' | 'blockingMs' | 'layoutShift'>;

/** Medians over `--runs` rounds, in each of which every page is visited once in a browser context of its own. */
export async function run(args: string[]): Promise<WidgetFigures> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '9' },
      peers: { type: 'string', default: join(tmpdir(), 'handrail-peers') },
    },
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
  const demo = await serveDemo(dataDir);
  const browser = await launchChromium();
  try {
    return await measure(browser, demo.url, Number(values.runs), values.peers);
  } finally {
    await browser.close();
    await demo.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  url: string,
  runs: number,
  peersDir: string,
): Promise<WidgetFigures> {
  const host = hostOf(browser, url, peersDir);
  const peers = peersIn(peersDir);
  if (peers.length < 2) console.error('Without peers: node tests/bench/install-peers.mjs installs them.');
  const costs = new Map<string, Cost[]>();
  const note = (name: string, cost: Cost) => costs.set(name, [...(costs.get(name) ?? []), cost]);
  for (let round = 0; round < runs; round++) {
    console.error(`round ${round + 1} of ${runs}`);
    for (const kind of ['blank', 'ours', ...peers] satisfies PageKind[]) {
      note(kind, await visit(host, kind, { slow: 1, deed: 'load' }));
      note(`${kind} slow`, await visit(host, kind, { slow: 6, deed: 'add' }));
    }
    note('frame', await visit(host, 'blank', { slow: 1, deed: 'frame' }));
    note('frame slow', await visit(host, 'blank', { slow: 6, deed: 'frame' }));
    note('open', await visit(host, 'ours', { slow: 1, deed: 'open' }));
    note('open slow', await visit(host, 'ours', { slow: 6, deed: 'open' }));
  }
  const of = (name: string, figure: keyof Omit<Cost, 'files'>) =>
    median((costs.get(name) ?? []).map((cost) => cost[figure]));
  const slowly = (name: string): SlowCost => ({
    longTasks: of(name, 'longTasks'),
    blockingMs: of(name, 'blockingMs'),
    layoutShift: of(name, 'layoutShift'),
  });
  const blank = of('blank', 'scriptMs');
  const added = of('ours', 'scriptMs') - blank;
  const files = costs.get('open')![0]!.files.filter((path) => /\.(?:js|css)$/.test(path));
  return {
    loader: await weigh(url, ['/widget.js']),
    open: await weigh(url, files),
    requests: of('ours', 'requests'),
    scriptMs: of('ours', 'scriptMs'),
    blankScriptMs: blank,
    idleSlow: slowly('ours slow'),
    blankSlow: slowly('blank slow'),
    openLongestTaskMs: of('open', 'longestTaskMs'),
    openSlowBlockingMs: of('open slow', 'blockingMs'),
    openSlowLongestTaskMs: of('open slow', 'longestTaskMs'),
    bareFrameLongestTaskMs: of('frame', 'longestTaskMs'),
    bareFrameSlowBlockingMs: of('frame slow', 'blockingMs'),
    bareFrameSlowLongestTaskMs: of('frame slow', 'longestTaskMs'),
    openLayoutShift: Math.max(of('open', 'layoutShift'), of('open slow', 'layoutShift')),
    peers: Object.fromEntries(
      peers.map((peer) => [
        peer,
        {
          scriptMs: of(peer, 'scriptMs'),
          timesOurs: rounded((of(peer, 'scriptMs') - blank) / added),
          blockingMsSlow: of(`${peer} slow`, 'blockingMs'),
          requests: of(peer, 'requests'),
        },
      ]),
    ),
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN);
}

const rounded = (value: number) => Math.round(value * 100) / 100;
