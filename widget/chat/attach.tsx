// Files go in by button, camera, drop and paste, and stand above the words with what they look like: to be sent with the
// next message, on their way with their progress, or not sent with the reason.
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ErrorCode } from '../../shared/errors.ts';
import { newId } from '../ui/new-id.ts';
import { PickFiles } from '../ui/pick-files.tsx';
import { putFile } from '../ui/put-file.ts';
import { UploadList, type UploadWords } from '../ui/upload-list.tsx';
import { createUploads, type Uploads } from '../ui/uploads-model.ts';
import { useTakenFiles } from '../ui/use-taken-files.ts';
import { useLaterChat } from './chat-context.ts';
import { type KeptFiles, keptFiles } from './kept-files.ts';

export function Attach(): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const root = useRef<HTMLSpanElement>(null);
  const uploads = useUploads();
  const ready = uploads.ready.value;
  useEffect(() => {
    chat.files.value = ready;
  }, [ready]);
  useEffect(() => {
    const form = root.current!.closest('form')!;
    const send = () => {
      // Words that are too long hold the files back with them.
      if (!form.querySelector('[aria-invalid="true"]')) uploads.send();
    };
    form.addEventListener('submit', send);
    return () => form.removeEventListener('submit', send);
  }, [uploads]);
  const add = (files: readonly File[]) => {
    uploads.add(files);
    // A word with it, or Enter, is the next thing.
    root.current!.closest('form')!.querySelector('textarea')!.focus();
  };
  const dragging = useTakenFiles(add);
  const touch = matchMedia('(pointer: coarse)').matches;
  const uploadWords: UploadWords = {
    locale: words.locale,
    retry: t('retry'),
    sending: (name) => t('sendingName', { name }),
    stop: (name) => t('stopName', { name }),
    remove: (name) => t('removeName', { name }),
    failed: ({ why, interrupted }) =>
      t(interrupted ? 'fileInterrupted' : (reasons[why ?? 'internal'] ?? 'fileFailed')),
  };
  const named = uploads.list.value.filter(({ state }) => state === 'ready').map(({ name }) => name);
  return (
    <>
      <span ref={root} class="sr-only" role="status">
        {named.length > 0 && `${named.join(', ')}: ${t('fileReady')}`}
      </span>
      {uploads.list.value.length > 0 && <UploadList uploads={uploads} words={uploadWords} />}
      {touch && <PickFiles label={t('takePhoto')} icon="camera" add={add} capture />}
      <PickFiles label={t('attach')} icon="clip" add={add} />
      {dragging && <div class="drop">{t('dropHere')}</div>}
    </>
  );
}

/** The files of this conversation, with what an earlier page left unsent of them. */
function useUploads(): Uploads<File> {
  const { chat } = useLaterChat();
  const memory = chat.memory.value;
  const conversation = chat.conversation.value;
  const uploads = useMemo(() => {
    const places = new Map<string, KeptFiles>();
    return createUploads<File>({
      newId,
      attach: (file) => chat.ask('attach', file),
      put: putFile,
      keep(id, file) {
        const of = chat.conversation.peek();
        if (file && of) {
          places.set(id, keptFiles(chat.memory.peek(), chat.clock.now));
          void places.get(id)!.keep(id, of, file);
        } else void (places.get(id) ?? keptFiles(chat.memory.peek(), chat.clock.now)).drop(id);
      },
    });
  }, [chat]);
  useEffect(() => {
    if (!conversation) return;
    let gone = false;
    void keptFiles(memory, chat.clock.now)
      .left(conversation)
      .then((left) => {
        for (const { id, file } of gone ? [] : left) uploads.restore(id, file);
      });
    return () => {
      gone = true;
    };
  }, [memory, conversation, uploads]);
  const { entries } = chat.view.value;
  const list = uploads.list.value;
  useEffect(
    () => uploads.settle((id) => entries.some((entry) => entry.kind === 'message' && entry.clientId === id)),
    [uploads, entries, list],
  );
  // What somebody began to send into one conversation goes into no other; what was picked before there was one goes into
  // the first, unless it is another person's.
  useEffect(() => (conversation ? uploads.clear : undefined), [uploads, conversation]);
  const { subject } = memory;
  useEffect(() => (subject ? uploads.clear : undefined), [uploads, subject]);
  return uploads;
}

const reasons: Partial<
  Record<ErrorCode, 'fileTooLarge' | 'fileTooMany' | 'fileUnsupported' | 'fileTooFast'>
> = {
  too_large: 'fileTooLarge',
  denied: 'fileTooMany',
  unsupported: 'fileUnsupported',
  rate: 'fileTooFast',
};
