// A file field in the shape of a button: images and PDF, from the device or the camera.
import type { VNode } from 'preact';
import { FileIcon } from './file-icon.tsx';

const accept = 'image/png,image/jpeg,image/webp,image/gif,application/pdf';

interface Props {
  label: string;
  icon: 'clip' | 'camera';
  capture?: boolean;
  add(files: readonly File[]): void;
}

export function PickFiles({ label, icon, capture, add }: Props): VNode {
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
