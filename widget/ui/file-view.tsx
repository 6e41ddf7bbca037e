// An attached file in the thread, for customer and agent alike: a picture in a box of fixed size, else its name. Its
// address holds for minutes only, so each press asks for a new one.
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MessageEntry } from '../../shared/conversation.ts';
import { cleanText } from './clean-text.ts';
import { FileIcon } from './file-icon.tsx';

interface Props {
  name: string;
  file: NonNullable<MessageEntry['file']>;
  /** BCP 47, for the size. */
  locale: string;
  /** Where it can be read now; undefined when it cannot. */
  address(): Promise<string | undefined>;
  /** Of the button that saves a picture, which a press on it only opens. */
  save: string;
  /** What is said when it cannot be read. */
  missing: string;
}

export function FileView({ name, file, locale, address, save, missing }: Props): VNode {
  const isImage = file.type.startsWith('image/');
  const [source, setSource] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    if (isImage) void address().then((url) => gone || setSource(url));
    return () => {
      gone = true;
    };
  }, [file.id]);
  const open = async (saving: boolean) => {
    const url = await address();
    setFailed(url === undefined);
    if (url) follow(saving ? `${url}?save` : url);
  };
  const shown = cleanText(name);
  return (
    <div class="file">
      <button type="button" class="file-open" onClick={() => void open(!isImage)}>
        {isImage && (
          <span class="file-picture">
            {source && <img src={source} alt="" onError={() => setSource(undefined)} />}
          </span>
        )}
        <span class="file-name">
          <FileIcon name="file" />
          <bdi>{shown}</bdi>
          <span class="file-size">{sizeInWords(file.size, locale)}</span>
        </span>
      </button>
      {isImage && (
        <button
          type="button"
          class="file-save"
          aria-label={save}
          title={save}
          onClick={() => void open(true)}
        >
          <FileIcon name="save" />
        </button>
      )}
      {failed && (
        <p class="file-missing" role="alert">
          {missing}
        </p>
      )}
    </div>
  );
}

/** "240 kB", "1.3 MB" */
export function sizeInWords(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
}

/** As a press on a link of that address would. */
function follow(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.click();
}
