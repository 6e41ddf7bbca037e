// The conversations of tests.yaml that must go a certain way, as values.

/**
 * What must be seen after a step of a site's test. All of it speaks of the events since that step, except
 * `asked` and `choices`, which speak of the question that is open when the turn has ended.
 */
export interface Expectation {
  /** The reply starts with an acknowledgement; a name says of what: a feeling, or an intent's id. */
  acknowledged?: boolean | string;
  asked?: 'clarify' | 'detail' | 'confirm' | 'nothing';
  /** Each is the id or the whole label of one of the open question's choices; the order is not looked at. */
  choices?: string[];
  /** None of these is the id or label of a choice. */
  notChoices?: string[];
  /** The action that a proposal was minted for, by id. */
  proposed?: string;
  /** Actions for which none was. */
  notProposed?: string[];
  /** The action that the customer's press confirmed, and that was done. */
  ran?: string;
  notRan?: string[];
  /** Each is part of one of the texts shown to the customer, cards and choices included; case does not count. */
  said?: string[];
  notSaid?: string[];
  /** The trigger that brought a person: one of TriggerName, `asked`, `distress`; true: any, false: none. */
  handoff?: string | boolean;
}

/** One thing that a customer does: exactly one of say, press, human, clock. */
export interface TestStep {
  say?: string;
  /** Id or whole label of a choice of the open question. */
  press?: string;
  /** Takes "Talk to a person". */
  human?: true;
  /** Moves the simulated clock, ms. */
  clock?: number;
  expect: Expectation;
}

/** One conversation that must go a certain way: what the customer says, and what must then be seen. */
export interface SiteTest {
  name: string;
  /** The verified customer who speaks; `anonymous`: nobody; absent: `demo.customer`. */
  as?: string;
  locale?: string;
  steps: TestStep[];
}
