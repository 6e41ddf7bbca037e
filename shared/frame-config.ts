// What the server writes into the panel's and the console's documents as JSON (`<script type="application/json"
// id="config">`), so that the first paint needs no request.

import type { AccentPartners } from './accent.ts';

export interface FrameTheme {
  /** `#rrggbb` */
  accent: string;
  /** px */
  radius: number;
  position: 'end' | 'start';
  scheme: 'auto' | 'light' | 'dark';
  launcher: 'bubble' | 'text';
  /** The launcher's name for those who hear it, and its words where it shows some. */
  label?: string | undefined;
}

export interface FrameConfig {
  protocol: number;
  site: string;
  /** The business's name in the default locale. */
  name: string;
  assistant: string;
  locale: string;
  locales: string[];
  theme: FrameTheme;
  /** Of the theme's accent. */
  accent: AccentPartners;
  /** Origins that may embed the panel; the bridge takes messages from no other. */
  origins: string[];
  version: string;
  /** `text`: notifications show what was said; `sound`: sounds are on until the customer turns them off. */
  notify?: { text: boolean; sound: boolean };
}

/** `GET /api/agent/me`, for the console. */
export interface AgentProfile {
  agent: { id: string; name: string; email: string; supervisor: boolean; teams: string[] };
  sites: {
    id: string;
    name: string;
    intents: { id: string; label: string }[];
    savedReplies: { id: string; title: string; text: string }[];
    articles: { id: string; title: string; url?: string }[];
    teams: { id: string; label: string }[];
    /** Seconds after which a customer who waits for an agent's answer hears of it (N1). */
    answerWithin: number;
  }[];
}
