// A business as data: what a folder of YAML and Markdown says, checked and with its expressions compiled.
// Nothing in server/ knows an airline or a shop; all it knows of a business is a value of this type.

import type { Rung } from '../../shared/ladder.ts';
import type { SiteTest } from './site-test.ts';

/**
 * A text by locale (`{en: "…", de: "…"}`); always has the site's default locale. ICU MessageFormat where said.
 * A site's author names a nested value by its path, `{object.price, number, ::currency/EUR}`; ICU knows no dots,
 * so the loaded text says `{object_price, number, ::currency/EUR}`: whoever fills it gives the values flattened,
 * joined by `_`. Dates and times are ISO strings in the records and `Date`s for ICU.
 */
export type Words = Record<string, string>;

/**
 * A CEL expression, compiled and type-checked when the site is loaded. `now` may be given as epoch ms, the
 * expression sees a timestamp. `test` throws when the variables do not fit it.
 */
export interface Condition {
  source: string;
  test(variables: Record<string, unknown>): boolean;
}

/** Opening times of one weekday: pairs of `HH:MM` in the site's time zone; empty = closed. */
export type Shift = [from: string, to: string];

export interface Hours {
  /** IANA name. */
  timeZone: string;
  /** Monday = 1 … Sunday = 7. */
  week: Record<number, Shift[]>;
  /** Dates on which nobody is on duty: `2026-12-25`, or `12-25` for every year. */
  holidays: string[];
}

export interface Thresholds {
  /** Below it the assistant asks (C1). */
  confidence: number;
  /** Closer than this, it asks too (C2). */
  margin: number;
  /** For anything destructive (D1). */
  destructive: number;
  frustration: number;
  urgency: number;
  confusion: number;
  /** An article answers a question only above this. */
  knowledge: number;
}

export interface Identity {
  alg: 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
  /** Name of the environment variable with the shared secret (HS256). */
  secretEnv?: string;
  jwksUrl?: string;
  audience: string;
}

/** A topic that brings a person: `words` are matched whole, in any case. */
export interface Topic {
  id: string;
  label: Words;
  words: string[];
}

/** What the assistant does of its own accord about a trigger of H1: bring a person, or offer one. */
export type TriggerMode = 'handoff' | 'offer';
export type TriggerName = 'frustration' | 'no-progress' | 'topic' | 'vip' | 'failure' | 'hold';

export interface Theme {
  /** `#rrggbb`. */
  accent: string;
  /** Pixels. */
  radius: number;
  position: 'end' | 'start';
  scheme: 'auto' | 'light' | 'dark';
  /** `text` shows the label beside the mark. */
  launcher: 'bubble' | 'text';
  /** Of the launcher; absent: "Chat". */
  label?: string | undefined;
}

/** Something the assistant needs to know before it can act, asked for only when it is not known. */
export interface Detail {
  id: string;
  kind: 'text' | 'date' | 'email' | 'phone' | 'number' | 'choice';
  /** ICU; the question in words. */
  question: Words;
  choices: { id: string; label: Words }[];
}

export interface Intent {
  id: string;
  /** In the customer's words, as a choice: "Remove a bag from my booking". */
  label: Words;
  /** What it is about, as an acknowledgement says it after "about": "removing a bag from your booking". */
  topic: Words;
  examples: string[];
  /**
   * ICU text over `customer`, `details` and, with `about`, `object` (the record meant); exactly one of answer,
   * action, article, person.
   */
  answer?: Words;
  action?: string;
  article?: string;
  /** This intent always goes to a person. */
  person?: boolean;
  /** Fact source whose records the answer speaks of. */
  about?: string;
  details: Detail[];
  /** Offered only when it holds; variables: the facts' records by name (lists), `customer`, `now`. */
  when?: Condition;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Template over `api`, `arguments` (what the proposal binds), `object`, `customer`, `details`, by dotted path;
   * a fact's request knows `api` and `customer` only. Values are percent-encoded. Starts with `{api}` or http(s).
   */
  url: string;
  headers: Record<string, string>;
  /** A JSON value whose strings are templates. */
  body?: unknown;
}

type Risk = 'read' | 'write' | 'destructive';

export interface Confirmation {
  /** ICU over `object`, `customer`, `details`, `arguments`. Each names the very thing. */
  title: Words;
  effect: Words;
  money?: Words;
  undoable: Words;
  do: Words;
  keep: Words;
}

export interface Action {
  id: string;
  label: Words;
  risk: Risk;
  /** The fact source whose records it acts on; absent: it acts on nothing of the customer's. */
  on?: string;
  /** Which of these records it may act on; variables `object`, `customer`, `now`. */
  when?: Condition;
  /** Templates; the values after filling are what the proposal's hash binds. */
  arguments: Record<string, string>;
  request: HttpRequest;
  /** Expected answer: property name → JSON type. An answer that lacks one is a failure. */
  response: Shape;
  /** Where the answer carries the reference for the receipt, dotted. */
  reference?: string;
  hold?: Hold;
  /**
   * Finds out what became of a run by its idempotency key `key`, when its outcome is unknown. `result`: dotted path
   * to what `response` describes; `status`: to the status of the answer that was given then.
   */
  lookup?: { request: HttpRequest; result: string; status?: string };
  confirm: Confirmation;
  /** ICU over `object`, `customer`, `details`, `arguments` and `result` (the answer, as `response` declares it). */
  receipt: Words;
  /** `label` and `receipt`: ICU over `object`, `customer`, `details`, `arguments`. */
  undo?: { request: HttpRequest /** ms */; window: number; label: Words; receipt: Words };
  /** ms */
  timeout: number;
  /** ms */
  maxStaleness: number;
  /** The highest that it may go; where it stands is state, and may be lower. */
  rollout: Rung;
  /** Property of the record, dotted, that says by when it must be done (ISO time). */
  deadline?: string;
}

/** A4: how the business sets aside what an action would take, before it is promised. */
export interface Hold {
  /** Over the record, as `when`: whether there is anything to set aside at all. */
  when?: Condition;
  /** Knows `hold` too: the key under which it is set aside, by which it is given free and taken up. */
  request: HttpRequest;
  response: Shape;
  release: HttpRequest;
  /** After this many ms the business gives it free by itself. */
  life: number;
  /** ICU over `object`, `customer`, `details` and `result` (the answer to the hold). */
  promise: Words;
  /** ICU over `object`, `customer`, `details`: there is nothing to set aside. */
  gone: Words;
}

/** Property name → JSON type. */
export type Shape = Record<string, 'string' | 'number' | 'boolean' | 'object' | 'array'>;

export interface FactSource {
  id: string;
  request: HttpRequest;
  /** Dotted path to the list in the answer; empty: the answer is the list. */
  items: string;
  /** Property that identifies a record. */
  key: string;
  /** ICU over the record: how the customer would know it. */
  label: Words;
  /** Words that may mean a record of this kind: "bag", "suitcase". */
  words: string[];
  /** Of each record. */
  schema: Shape;
  /** The business may push it, too. */
  push: boolean;
  /** How often a request that broke is sent again, within the time-out. */
  retries: number;
  timeout: number;
  maxStaleness: number;
}

export interface Article {
  id: string;
  title: string;
  /** Markdown. */
  text: string;
  url?: string;
  locale: string;
}

/** A group of agents that a conversation can be transferred to; who belongs to it stands with the agents. */
interface Team {
  id: string;
  label: Words;
}

/** What an agent inserts by `/`: ICU over `name` (the customer's) and `agent`. */
interface SavedReply {
  id: string;
  title: Words;
  text: Words;
}

export interface Site {
  id: string;
  /** Hash of the folder's contents; every decision carries it. */
  version: string;
  name: Words;
  assistant: { name: string };
  origins: string[];
  identity: Identity;
  /** The default; BCP 47. */
  locale: string;
  locales: string[];
  hours: Hours;
  thresholds: Thresholds;
  /** Assumed share of messages that are none of the intents (0..1), for the calibration. */
  outOfScopeShare: number;
  empathy: { opener: 'empathetic' | 'efficient' /** 0..3 */; bufferTurns: number };
  triggers: Record<TriggerName, TriggerMode>;
  topics: Topic[];
  /** Product words that the model should know as one another: `{bag: [luggage, suitcase]}`. */
  vocabulary: Record<string, string[]>;
  wait: { /** mean handling, s, until there is history */ handling: number /** 0..1 */; confidence: number };
  limits: {
    /** ms until N1's watchdog */
    reply: number;
    /** ms on the agent's clock */
    agent: number;
    /** ms in which an agent approves what the customer confirmed (A5) */
    approval: number;
  };
  retentionDays: number;
  theme: Theme;
  /** Shown to anyone in distress, queue or no queue. */
  emergency: { label: Words; contact: string }[];
  urgentContact?: string;
  /** Where alerts are sent to as well, signed by Standard Webhooks; `secret` is base64 after `whsec_`. */
  alerts?: { webhook: string; secret: string };
  /** Whether notifications show what was said, and sounds are on until the customer turns them off. */
  notify?: { text: boolean; sound: boolean };
  /** From whom an agent's answer is mailed to who is away, the page it links to, ms for which it may stay unseen. */
  mail?: { from: { name?: string; address: string }; page?: string; pause: number };
  /** Regular expressions (source) whose matches are masked before anything is stored (P1). */
  masks: string[];
  savedReplies: SavedReply[];
  teams: Team[];
  /** `api`: absolute path of a module that exports `startApi({port})`, resolving to `{url, close}`. */
  demo?: { api: string; customer: string };
  /** `base` has no slash at its end; the values of environment variables are in their places. */
  api: {
    base: string;
    headers: Record<string, string>;
    /** Hosts beside the base's that a request may go to. */
    hosts: string[];
    /** Hosts and CIDR ranges of private networks that may be reached; no other private address is. */
    privateHosts: string[];
    /** Standard Webhooks secret by which every request is signed. */
    signing?: { secret: string };
  };
  /** Standard Webhooks secret by which the business signs the facts that it pushes. */
  push?: { secret: string };
  intents: Intent[];
  actions: Action[];
  facts: FactSource[];
  articles: Article[];
  tests: SiteTest[];
}
