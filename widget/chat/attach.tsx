// Files go in by button, camera, drop and paste; each on its way stands above the words with its progress.
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ErrorCode } from '../../shared/errors.ts';
import { FileIcon } from '../ui/file-icon.tsx';
import { newId } from '../ui/new-id.ts';
import { useLaterChat } from './chat-context.ts';
import { putFile } from './put-file.ts';
import { createUploads, mayRetry, type Upload, type Uploads } from './uploads-model.ts';

const accept = 'image/png,image/jpeg,image/webp,image/gif,application/pdf';

export function Attach(): VNode {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const uploads = useMemo(
    () => createUploads<File>({ newId, attach: (file) => chat.ask('attach', file), put: putFile }),
    [chat],
  );
  const conversation = chat.conversation.value;
  // What somebody began to send into one conversation goes into no other.
  useEffect(() => uploads.clear, [uploads, conversation]);
  const dragging = useTakenFiles(uploads.add);
  const touch = matchMedia('(pointer: coarse)').matches;
  return (
    <>
      {uploads.list.value.length > 0 && <UploadList uploads={uploads} />}
      {touch && <Pick label={t('takePhoto')} icon="camera" add={uploads.add} capture />}
      <Pick label={t('attach')} icon="clip" add={uploads.add} />
      {dragging && <div class="drop">{t('dropHere')}</div>}
    </>
  );
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
  const { t } = useLaterChat().words;
  const { id, name, share, state, why } = upload;
  const failed = state === 'failed';
  return (
    <li class="upload">
      <bdi class="upload-name">{name}</bdi>
      {failed ? (
        <span class="not-sent" role="alert">
          {t(reasons[why ?? 'internal'] ?? 'fileFailed')}
        </span>
      ) : (
        <progress max={1} value={share} aria-label={t('sendingName', { name })} />
      )}
      {mayRetry(upload) && (
        <button type="button" class="link-button" onClick={() => uploads.retry(id)}>
          {t('retry')}
        </button>
      )}
      <button
        type="button"
        class="link-button"
        aria-label={failed ? undefined : t('stopName', { name })}
        onClick={() => uploads.remove(id)}
      >
        {t(failed ? 'remove' : 'cancel')}
      </button>
    </li>
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
