// Files that go out with the reply: picked, dropped or pasted, looked at above the words before they are sent.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { PickFiles } from '../../ui/pick-files.tsx';
import { UploadList } from '../../ui/upload-list.tsx';
import type { Uploads } from '../../ui/uploads-model.ts';
import { useTakenFiles } from '../../ui/use-taken-files.ts';
import { useDesk } from './desk-context.ts';
import { focusComposer } from './desk-steps.ts';

/** The button, what is in the list, and the place to drop. */
export function ReplyFiles({ uploads }: { uploads: Uploads<File> }): VNode {
  const { words, threads } = useDesk();
  const { files } = words;
  const events = threads.open.value?.events.value;
  const list = uploads.list.value;
  useEffect(
    () =>
      uploads.settle((id) => events?.some((one) => one.type === 'message' && one.clientId === id) ?? false),
    [uploads, events, list],
  );
  const add = (added: readonly File[]) => {
    uploads.add(added);
    // A word with it, or Enter, is the next thing.
    focusComposer();
  };
  const dragging = useTakenFiles(add);
  const ready = uploads.list.value.filter(({ state }) => state === 'ready').map(({ name }) => name);
  return (
    <>
      <span class="sr-only" role="status">
        {ready.length > 0 && `${ready.join(', ')}: ${files.ready}`}
      </span>
      {uploads.list.value.length > 0 && (
        <UploadList
          uploads={uploads}
          words={{
            locale: words.locale,
            retry: words.thread.retry,
            sending: files.sending,
            stop: files.stop,
            remove: files.remove,
            failed: ({ why }) => files.failed[why ?? 'internal'] ?? files.failed.internal!,
          }}
        />
      )}
      <PickFiles label={files.attach} icon="clip" add={add} />
      {dragging && <div class="drop">{files.drop}</div>}
    </>
  );
}
