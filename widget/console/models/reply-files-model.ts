// Files that go out with a reply: each conversation has its own list, which stays while another one is on screen.
import type { Ack } from '../../../shared/errors.ts';
import { createUploads, type Uploads } from '../../ui/uploads-model.ts';
import type { ConsolePorts } from './console-ports.ts';

export interface ReplyFilesModel {
  of(conversation: string): Uploads<File>;
  /** Stops all of them: the desk is another agent's now. */
  clear(): void;
}

export function createReplyFiles({
  connection,
  put,
  newId,
}: Pick<ConsolePorts, 'connection' | 'put' | 'newId'>): ReplyFilesModel {
  const lists = new Map<string, Uploads<File>>();
  return {
    of(conversation) {
      const known = lists.get(conversation);
      if (known) return known;
      const made = createUploads<File>({
        newId,
        attach: (file): Promise<Ack<{ upload: string }>> =>
          connection.send('attach', { conversation, ...file }),
        put,
      });
      lists.set(conversation, made);
      return made;
    },
    clear() {
      for (const uploads of lists.values()) uploads.clear();
      lists.clear();
    },
  };
}
