// The words of a transcript. A site's locale may bring its own; these are the fallback.

export interface TranscriptWords {
  /** BCP 47, of these words. */
  locale: string;
  title: string;
  you: string;
  automated: string;
  person: string;
  system: string;
  chosen: string;
  unanswered: string;
  undone: string;
  reference: string;
  lines: {
    handoff: string;
    /** `{name}`: the agent, or where it was passed to. */
    claimed: string;
    transferred: string;
    returned: string;
    requeued: string;
    resolved: string;
    keep: string;
    message: string;
    callback: string;
    assistant: string;
  };
}

export const englishTranscript: TranscriptWords = {
  locale: 'en',
  title: 'Your conversation',
  you: 'You',
  automated: 'automated',
  person: 'person',
  system: 'Notice',
  chosen: 'chosen',
  unanswered: 'not answered',
  undone: 'undone',
  reference: 'Reference',
  lines: {
    handoff: 'A person was called in',
    claimed: '{name} joined',
    transferred: 'Passed on to {name}',
    returned: '{name} handed back to the assistant',
    requeued: 'Back in line for a person',
    resolved: 'The conversation ended',
    keep: 'You chose to keep waiting',
    message: 'You left a message',
    callback: 'You asked to be called back',
    assistant: 'You went on with the assistant',
  },
};
