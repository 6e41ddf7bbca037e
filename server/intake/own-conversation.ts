// A conversation that a customer names, as far as it is theirs: another's answers as what does not exist (P3).
import type { Recorder } from '../record/recorder.ts';
import { owns } from './arrive.ts';

type Record = Pick<Recorder, 'load'>;

/** Undefined when there is none, or it is another's. */
export async function ownConversation(
  record: Record,
  conversation: string,
  who: Parameters<typeof owns>[1],
): Promise<Awaited<ReturnType<Record['load']>>> {
  const loaded = await record.load(conversation);
  return loaded && owns(loaded.row, who) ? loaded : undefined;
}
