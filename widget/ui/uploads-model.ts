// Files from customer or agent to the server: looked at before they are sent, asked for on the socket, sent by HTTP with their
// progress, and shown by the conversation once they are stored. No DOM: it runs in Node as well.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ack, ErrorCode } from '../../shared/errors.ts';

export interface Upload {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** How much of it is there, 0..1. */
  share: number;
  /** `ready`: it goes out with the next message. */
  state: 'ready' | 'sending' | 'failed';
  /** Why it failed. */
  why?: ErrorCode;
  /** An earlier page was left before it was sent. */
  interrupted?: true;
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
  /** Keeps it on the device until it is stored, so that it outlives the page; absent: it is needed no more. */
  keep?(id: string, file: F | undefined): void;
}

export interface Uploads<F extends Attachable> {
  readonly list: ReadonlySignal<readonly Upload[]>;
  /** How many go out with the next message. */
  readonly ready: ReadonlySignal<number>;
  /** At most five at once; what is beyond them is not taken. */
  add(files: readonly F[]): void;
  /** What an earlier page left unsent, under its own id: it is sent again when the customer says so. */
  restore(id: string, file: F): void;
  /** Sends all that are ready. */
  send(): void;
  /** The bytes of one in the list, to show them. */
  file(id: string): F | undefined;
  /** Stops it, or takes away one that is ready or failed. */
  remove(id: string): void;
  /** Sends a failed one again, under its own id. */
  retry(id: string): void;
  /** Takes away what the conversation shows by itself: it was stored, though its answer was lost. */
  settle(isShown: (id: string) => boolean): void;
  /** Stops all: the conversation is another one now. */
  clear(): void;
}

const mostAtOnce = 5;
const mostBytes = 10 * 1024 * 1024;
/** Of all that is kept on the device. */
const mostKept = 25 * 1024 * 1024;
const types = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']);
/** Trying again changes nothing about these. */
const final: ReadonlySet<ErrorCode> = new Set(['too_large', 'unsupported', 'conflict', 'denied']);

export function mayRetry({ state, why }: Upload): boolean {
  return state === 'failed' && why !== undefined && !final.has(why);
}

export function createUploads<F extends Attachable>(ports: UploadPorts<F>): Uploads<F> {
  const list = signal<readonly Upload[]>([]);
  const files = new Map<string, { file: F; abort: AbortController }>();

  const change = (id: string, changes: Partial<Upload>) => {
    list.value = list.peek().map((one) => (one.id === id ? { ...one, ...changes } : one));
  };
  const remove = (id: string) => {
    const held = files.get(id);
    held?.abort.abort();
    files.delete(id);
    list.value = list.peek().filter((one) => one.id !== id);
    if (held) ports.keep?.(id, undefined);
  };
  const add = (upload: Upload, file: F) => {
    files.set(upload.id, { file, abort: new AbortController() });
    list.value = [...list.peek(), upload];
  };

  async function send(id: string, file: F): Promise<void> {
    const abort = new AbortController();
    files.set(id, { file, abort });
    change(id, { state: 'sending', share: 0 });
    const isMine = () => files.get(id)?.abort === abort;
    const asked = await ports.attach({ id, name: file.name || 'file', size: file.size });
    if (!isMine()) return;
    const sent = asked.ok
      ? await ports.put(asked.upload, file, (share) => isMine() && change(id, { share }), abort.signal)
      : asked;
    if (!isMine()) return;
    if (sent.ok) return remove(id);
    if (final.has(sent.error.code)) ports.keep?.(id, undefined);
    change(id, { state: 'failed', why: sent.error.code });
  }

  return {
    list,
    ready: computed(() => list.value.filter(({ state }) => state === 'ready').length),
    add(added) {
      for (const file of added.slice(0, mostAtOnce)) {
        const upload = { id: ports.newId(), name: file.name || 'file', size: file.size, share: 0 };
        const why: ErrorCode | undefined = !types.has(file.type)
          ? 'unsupported'
          : file.size > mostBytes
            ? 'too_large'
            : undefined;
        if (why) {
          list.value = [...list.peek(), { ...upload, state: 'failed', why }];
          continue;
        }
        add({ ...upload, state: 'ready' }, file);
        const held = list.peek().reduce((sum, { id, size }) => sum + (files.has(id) ? size : 0), 0);
        if (held <= mostKept) ports.keep?.(upload.id, file);
      }
    },
    restore(id, file) {
      if (files.has(id)) return;
      const { name, size } = file;
      add({ id, name, size, share: 0, state: 'failed', why: 'unavailable', interrupted: true }, file);
    },
    send() {
      for (const { id, state } of list.peek()) if (state === 'ready') void send(id, files.get(id)!.file);
    },
    file: (id) => files.get(id)?.file,
    remove,
    retry(id) {
      const file = files.get(id)?.file;
      if (file) void send(id, file);
    },
    settle(isShown) {
      for (const { id } of list.peek()) if (isShown(id)) remove(id);
    },
    clear() {
      for (const { id } of list.peek()) remove(id);
    },
  };
}
