// Files above the words, with what they look like: to be sent, on their way with their progress, or not sent with the
// reason; for customer and agent alike.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FileIcon } from './file-icon.tsx';
import { sizeInWords } from './file-view.tsx';
import { Icon } from './icon.tsx';
import { mayRetry, type Upload, type Uploads } from './uploads-model.ts';

/** Words and sentences; a file's name goes into them as it is. */
export interface UploadWords {
  /** BCP 47, for sizes. */
  locale: string;
  retry: string;
  sending(name: string): string;
  stop(name: string): string;
  remove(name: string): string;
  /** Why it was not sent. */
  failed(upload: Upload): string;
}

export function UploadList({ uploads, words }: { uploads: Uploads<File>; words: UploadWords }): VNode {
  return (
    <ul class="uploads">
      {uploads.list.value.map((upload) => (
        <UploadRow key={upload.id} upload={upload} uploads={uploads} words={words} />
      ))}
    </ul>
  );
}

interface RowProps {
  upload: Upload;
  uploads: Uploads<File>;
  words: UploadWords;
}

function UploadRow({ upload, uploads, words }: RowProps): VNode {
  const { id, name, size, share, state } = upload;
  return (
    <li class="upload">
      <Preview file={uploads.file(id)} />
      <div class="upload-about">
        <bdi class="upload-name">{name}</bdi>
        {state === 'sending' ? (
          <progress max={1} value={share} aria-label={words.sending(name)} />
        ) : (
          <span
            class={state === 'failed' ? 'upload-note not-sent' : 'upload-note'}
            role={state === 'failed' ? 'alert' : undefined}
          >
            {state === 'failed' ? words.failed(upload) : sizeInWords(size, words.locale)}
          </span>
        )}
      </div>
      {mayRetry(upload) && (
        <button type="button" class="link-button" onClick={() => uploads.retry(id)}>
          {words.retry}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={(state === 'sending' ? words.stop : words.remove)(name)}
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
