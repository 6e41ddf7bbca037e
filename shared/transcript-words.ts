// The words around what was said, where a conversation is written down to be kept; each language has its own.

/** Texts; `{name}` in a line stands for the agent or the team. */
export interface TranscriptWords {
  title: string;
  you: string;
  automated: string;
  person: string;
  system: string;
  chosen: string;
  unanswered: string;
  undone: string;
  reference: string;
  /** Beside the name of an attached file. */
  file: string;
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
    mail: string;
    assistant: string;
  };
}
