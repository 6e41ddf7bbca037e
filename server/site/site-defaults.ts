// What holds when a site's files do not say otherwise. The one place of every default.
import type { Theme, Thresholds, TriggerMode, TriggerName } from './site.ts';

const thresholds: Thresholds = {
  confidence: 0.75,
  margin: 0.1,
  destructive: 0.8,
  frustration: 0.6,
  urgency: 0.6,
  confusion: 0.6,
  knowledge: 0.35,
};

const triggers: Record<TriggerName, TriggerMode> = {
  frustration: 'handoff',
  'no-progress': 'handoff',
  topic: 'handoff',
  vip: 'handoff',
  failure: 'handoff',
  hold: 'handoff',
};

const theme: Theme = {
  accent: '#2f5bea',
  radius: 16,
  position: 'end',
  scheme: 'auto',
  launcher: 'bubble',
};

/** Durations are written as in the files. */
export const siteDefaults = {
  thresholds,
  triggers,
  theme,
  outOfScopeShare: 0.25,
  opener: 'empathetic',
  bufferTurns: 1,
  handling: '6m',
  waitConfidence: 0.9,
  reply: '10s',
  agent: '2m',
  approval: '3m',
  mailPause: '1m',
  retention: '90d',
  timeout: '2s',
  /** Of what only reads, within its time-out. */
  retries: 1,
  maxStaleness: '30s',
  rollout: { mode: 'autonomous', share: 1 },
  /** An intent with fewer phrases than `refused` cannot be learned; below `warned` it is learned badly. */
  examples: { refused: 5, warned: 12 },
} as const;
