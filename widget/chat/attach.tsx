// Files go in by button, camera, drop and paste, and stand above the words with what they look like: to be sent with the
// next message, on their way with their progress, or not sent with the reason.
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../shared/errors.ts';
import { FileIcon } from '../ui/file-icon.tsx';
import { sizeInWords } from '../ui/file-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { newId } from '../ui/new-id.ts';
import { useLaterChat } from './chat-context.ts';
import { type KeptFiles, keptFiles } from './kept-files.ts';
import { putFile } from './put-file.ts';
import { createUploads, mayRetry, type Upload, type Uploads } from './uploads-model.ts';

const accept = 'image/png,image/jpeg,image/webp,image/gif,application/pdf';

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
  const named = uploads.list.value.filter(({ state }) => state === 'ready').map(({ name }) => name);
  return (
    <>
      <span ref={root} class="sr-only" role="status">
        {named.length > 0 && `${named.join(', ')}: ${t('fileReady')}`}
      </span>
      {uploads.list.value.length > 0 && <UploadList uploads={uploads} />}
      {touch && <Pick label={t('takePhoto')} icon="camera" add={add} capture />}
      <Pick label={t('attach')} icon="clip" add={add} />
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
  // What somebody began to send into one conversation goes into no other.
  useEffect(() => uploads.clear, [uploads, conversation]);
  return uploads;
}

interface PickProps {
  label: string;
  icon: 'clip' | 'camera';
  capture?: boolean;
  add(files: readonly File[]): void;
}

/** A file field in the shape of a button. */
function Pick({ label, icon, capture, add }: PickProps): VNode {
  return (
    <label class="attach" title={label}>
      <input
        type="file"
        class="sr-only"
        aria-label={label}
        multiple={!capture}
        accept={capture ? 'image/jpeg,image/png' : accept}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          // The same file may be chosen once more.
          currentTarget.value = '';
        }}
      />
      <FileIcon name={icon} />
    </label>
  );
}

function UploadList({ uploads }: { uploads: Uploads<File> }): VNode {
  return (
    <ul class="uploads">
      {uploads.list.value.map((upload) => (
        <UploadRow key={upload.id} upload={upload} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads<File> }): VNode {
  const { words } = useLaterChat();
  const { t } = words;
  const { id, name, size, share, state, why, interrupted } = upload;
  return (
    <li class="upload">
      <Preview file={uploads.file(id)} />
      <div class="upload-about">
        <bdi class="upload-name">{name}</bdi>
        {state === 'sending' ? (
          <progress max={1} value={share} aria-label={t('sendingName', { name })} />
        ) : (
          <span
            class={state === 'failed' ? 'upload-note not-sent' : 'upload-note'}
            role={state === 'failed' ? 'alert' : undefined}
          >
            {state === 'failed'
              ? t(interrupted ? 'fileInterrupted' : (reasons[why ?? 'internal'] ?? 'fileFailed'))
              : sizeInWords(size, words.locale)}
          </span>
        )}
      </div>
      {mayRetry(upload) && (
        <button type="button" class="link-button" onClick={() => uploads.retry(id)}>
          {t('retry')}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t(state === 'sending' ? 'stopName' : 'removeName', { name })}
        onClick={() => uploads.remove(id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** What it looks like, from the device itself; a shape for what is no picture. */
function Preview({ file }: { file: File | undefined }): VNode {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return;
    const url = URL.createObjectURL(file);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <span class="upload-preview" aria-hidden="true">
      {source ? <img src={source} alt="" onError={() => setSource(undefined)} /> : <FileIcon name="file" />}
    </span>
  );
}

const reasons: Partial<
  Record<ErrorCode, 'fileTooLarge' | 'fileTooMany' | 'fileUnsupported' | 'fileTooFast'>
> = {
  too_large: 'fileTooLarge',
  denied: 'fileTooMany',
  unsupported: 'fileUnsupported',
  rate: 'fileTooFast',
};

/** Files that are dropped or pasted anywhere in the panel; true while some are held over it. */
function useTakenFiles(add: (files: readonly File[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      setDragging(false);
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [add]);
  return dragging;
}
