// The shape of the assistant's own words in one language. A locale file that lacks one does not compile.
import type { TranscriptWords } from '../../../shared/transcript-words.ts';
import type { Sorrow } from '../../../shared/understanding.ts';
import type { Feeling, NoticeName } from '../../decide/decision.ts';

export interface Vocabulary {
  /** ICU texts. `topic` is the intent's own words after "about". */
  notices: Record<NoticeName, string>;
  /** Five or more each, so that none returns within five turns (E5). */
  acknowledge: {
    topic: string[];
    plain: string[];
    greeting: string[];
    person: string[];
    distress: string[];
    /** Bad news of theirs, which goes before any feeling. */
    sorrow: Record<Sorrow, string[]>;
    feeling: Record<Feeling, string[]>;
  };
  clarify: { first: string[]; again: string };
  /** `stranger`: what they named (`name`) is none of theirs. */
  which: { first: string; stranger: string; again: string };
  choices: { 'something-else': string; 'a-person': string; 'the-assistant': string };
  handoff: {
    asked: string;
    offered: string;
    failure: string;
    /** `position`, `minutes`, `share` of ten; what is known of the wait. */
    wait: string;
    noEstimate: string;
    /** `opens`: day and time in words. */
    nobody: string;
    nobodyUnknown: string;
  };
  source: string;
  /** What is mailed to who is away when an agent answers: `business`, `agent`. */
  mail: {
    subject: string;
    lead: string;
    /** In the place of a file, which is not sent along; `{name}` is its. */
    file: string;
    /** Of the link to the page, or what stands in its place. */
    link: string;
    plain: string;
    why: string;
  };
  transcript: TranscriptWords;
}
