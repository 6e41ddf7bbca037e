// What a message is taken to mean. Made by server/understand from the text and its context, written to the
// log as `understood`, and read by server/decide. Any brain, embedded or LLM, must fill exactly this shape.

/** An intent of the site with the calibrated probability (0..1) that the customer means it. */
export interface RankedIntent {
  id: string;
  confidence: number;
}

/** How the customer feels, each 0..1 and calibrated: the share of such messages that a reader would call so. */
export interface Mood {
  frustration: number;
  urgency: number;
  confusion: number;
}

/** Bad news of the customer's own: a death, or another blow (illness, an accident, work or home lost). */
export type Sorrow = 'death' | 'hardship';

/**
 * Something named in the message. `value` is normalised: an ISO date (`2026-11-21`), an amount as a decimal
 * string, an E.164 phone number, a lower-case e-mail address, or the id of a record of the customer's own.
 */
export interface Entity {
  kind: 'date' | 'time' | 'money' | 'email' | 'phone' | 'number' | 'reference' | 'record' | 'word';
  value: string;
  /** The words as written. */
  text: string;
  /**
   * With kind `record`: the fact source (`bookings`) that the record came from. With any other kind: it is said of a
   * record of that source, and the customer has none of which it is true ("my flight to Lisbon").
   */
  fact?: string;
  currency?: string;
}

/**
 * Why a request in the message is not a request to act now: "don't cancel it" (negated), "what happens if I
 * cancel" (hypothetical), "I cancelled it yesterday" (past), "your colleague said to cancel" (reported).
 */
export type Guard = 'negated' | 'hypothetical' | 'past' | 'reported';

/** The message read as an answer to the question that is open. */
export interface ReadAnswer {
  choice: string;
  /** True when the whole label was typed: only that counts as pressing a confirmation's button (D4). */
  whole: boolean;
}

/** Talk that is no request of its own. */
export type Gesture = 'greeting' | 'thanks' | 'yes' | 'no' | 'goodbye' | 'something-else';

export interface Understanding {
  /** Best first, at most five; empty when nothing fits. Never contains an intent that the site lacks. */
  intents: RankedIntent[];
  /** Probability 0..1 that the message is none of the site's intents. */
  outOfScope: number;
  mood: Mood;
  /** Self-harm, danger or a medical emergency: people first, whatever else was said. */
  distress: boolean;
  sorrow?: Sorrow;
  entities: Entity[];
  /** Regulated topics and the site's own triggers that the message touches, by id. */
  topics: string[];
  /** BCP 47, one of the site's locales. */
  language: string;
  /** The customer asks for a human being. */
  wantsPerson: boolean;
  guard?: Guard;
  gesture?: Gesture;
  /** It begins with a yes or no, goes on and asks nothing: “yes but not that one”. */
  opensWith?: 'yes' | 'no';
  answer?: ReadAnswer;
  /** Further requests in the same message, each the best reading of its part, in the order of the text. */
  further: RankedIntent[];
}
