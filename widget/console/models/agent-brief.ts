// The brief as the agent reads it first: why it came, what they want and how sure that is, then the lines of fact
// that the customer has seen and may have mended. Mood stands beside it, over time.
import type { Conversation } from '../../../shared/conversation.ts';
import type { QueueRow } from '../../../shared/protocol.ts';

export interface AgentBriefLine {
  field: string;
  /** As the customer saw it; the console has words of its own for the fields it knows. */
  label?: string;
  text: string;
  corrected: boolean;
  /** 0..1: how sure the reading behind it was. */
  confidence?: number;
}

/** From the fold of the whole log and, for what the server puts into words, the conversation's row. */
export function agentBrief(
  { view, inside }: Conversation,
  row: Pick<QueueRow, 'reason' | 'wants'> | undefined,
): AgentBriefLine[] {
  const lines: AgentBriefLine[] = view.brief.map(({ field, label, text, corrected }) => ({
    field,
    label,
    text,
    corrected: corrected ?? false,
  }));
  if (!lines.some((line) => line.field === 'wants') && row?.wants)
    lines.unshift({ field: 'wants', text: row.wants, corrected: false });
  const { reach } = inside;
  if (reach) {
    const text = [reach.contact, reach.text].filter(Boolean).join(' · ');
    if (text) lines.unshift({ field: reach.choice, text, corrected: false });
  }
  const wants = lines.find((line) => line.field === 'wants' && !line.corrected);
  const wanted = inside.intents[0];
  const sure = inside.readings.flatMap(({ intents }) => intents.filter(({ id }) => id === wanted));
  if (wants && sure.length > 0) wants.confidence = Math.max(...sure.map(({ confidence }) => confidence));
  return row?.reason ? [{ field: 'why', text: row.reason, corrected: false }, ...lines] : lines;
}
