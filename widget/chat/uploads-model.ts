// Files on their way from the customer to the server: asked for on the socket, sent by HTTP with their progress, and
// shown by the conversation once they are stored. No DOM: it runs in Node as well.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ack, ErrorCode } from '../../shared/errors.ts';

export interface Upload {
  id: string;
  name: string;
  /** How much of it is there, 0..1. */
  share: number;
  state: 'sending' | 'failed';
  /** Why it failed. */
  why?: ErrorCode;
}

/** What is sent: in a browser a File. */
export interface Attachable {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface UploadPorts<F extends Attachable> {
  newId(): string;
  attach(file: { id: string; name: string; size: number }): Promise<Ack<{ upload: string }>>;
  /** Sends it; `progress` hears the share that is there, 0..1. */
  put(path: string, file: F, progress: (share: number) => void, signal: AbortSignal): Promise<Ack>;
}

export interface Uploads<F extends Attachable> {
  readonly list: ReadonlySignal<readonly Upload[]>;
  /** At most five at once; what is beyond them is not taken. */
  add(files: readonly F[]): void;
  /** Stops it, or takes away one that failed. */
  remove(id: string): void;
  /** Sends a failed one again, under its own id. */
  retry(id: string): void;
  /** Stops all: the conversation is another one now. */
  clear(): void;
}

const mostAtOnce = 5;
const mostBytes = 10 * 1024 * 1024;
const types = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']);
/** Trying again changes nothing about these. */
const final: ReadonlySet<ErrorCode> = new Set(['too_large', 'unsupported', 'conflict', 'denied']);

export function mayRetry({ state, why }: Upload): boolean {
  return state === 'failed' && why !== undefined && !final.has(why);
}

export function createUploads<F extends Attachable>({ newId, attach, put }: UploadPorts<F>): Uploads<F> {
  const list = signal<readonly Upload[]>([]);
  const files = new Map<string, { file: F; abort: AbortController }>();

  const change = (id: string, changes: Partial<Upload>) => {
    list.value = list.peek().map((one) => (one.id === id ? { ...one, ...changes } : one));
  };
  const remove = (id: string) => {
    files.get(id)?.abort.abort();
    files.delete(id);
    list.value = list.peek().filter((one) => one.id !== id);
  };

  async function send(id: string, file: F): Promise<void> {
    const abort = new AbortController();
    files.set(id, { file, abort });
    const isMine = () => files.get(id)?.abort === abort;
    const asked = await attach({ id, name: file.name || 'file', size: file.size });
    if (!isMine()) return;
    const sent = asked.ok
      ? await put(asked.upload, file, (share) => isMine() && change(id, { share }), abort.signal)
      : asked;
    if (!isMine()) return;
    if (sent.ok) remove(id);
    else change(id, { state: 'failed', why: sent.error.code });
  }

  return {
    list,
    add(added) {
      for (const file of added.slice(0, mostAtOnce)) {
        const id = newId();
        const upload = { id, name: file.name || 'file', share: 0 };
        const why: ErrorCode | undefined = !types.has(file.type)
          ? 'unsupported'
          : file.size > mostBytes
            ? 'too_large'
            : undefined;
        list.value = [
          ...list.peek(),
          why ? { ...upload, state: 'failed', why } : { ...upload, state: 'sending' },
        ];
        if (!why) void send(id, file);
      }
    },
    remove,
    retry(id) {
      const file = files.get(id)?.file;
      if (!file) return;
      change(id, { state: 'sending', share: 0 });
      void send(id, file);
    },
    clear() {
      for (const { id } of list.peek()) remove(id);
    },
  };
}
