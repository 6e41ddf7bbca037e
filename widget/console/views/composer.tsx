// Where the agent writes: a reply or a private note, saved replies on a slash, drafts kept with every key.
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import type { WritingKind } from '../models/drafts-model.ts';
import { fillPlaceholders, openPlaceholder } from '../models/fill-placeholders.ts';
import { fittingReplies, type SavedReply, slashQuery } from '../models/saved-replies.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { composerId, focusComposer, mayWhisper } from './desk-steps.ts';
import { KeyHint } from './key-hint.tsx';
import { SavedReplies } from './saved-replies-list.tsx';

const longest = 4000;

export function Composer({ thread }: { thread: ThreadModel }): VNode {
  const desk = useDesk();
  const { words, drafts, outbox, typing, profile } = desk;
  const box = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const [unfilled, setUnfilled] = useState('');
  const draft = drafts.all.value.get(thread.id) ?? drafts.of(thread.id);
  const { kind } = draft;
  const text = draft[kind];
  const site = profile.value?.sites.find((each) => each.id === thread.conversation.value.view.site);
  const query = kind === 'reply' && text !== dismissed ? slashQuery(text) : undefined;
  const replies = query === undefined ? [] : fittingReplies(site?.savedReplies ?? [], query);
  const chosen = Math.min(at, replies.length - 1);
  const tooLong = text.length > longest;
  const { status, agent } = thread.conversation.value.view;
  // Whoever reads along writes notes only, a supervisor to the agent.
  const mine = status === 'claimed' && agent?.id === profile.value?.agent.id;
  const whisper = mayWhisper(desk, thread);
  const replying = mine && kind === 'reply';
  useEffect(() => {
    if (replying) void desk.files.fetch();
  }, [replying, desk]);
  const parts = replying ? desk.files.here.value : undefined;
  const files = parts?.model.of(thread.id);
  const empty = !text.trim() && !files?.ready.value;
  const noteName = whisper ? words.composer.whisper : words.composer.note;

  useEffect(() => grow(box.current), [text, kind]);

  const insert = (reply: SavedReply) => {
    const name = thread.conversation.value.view.customer?.name;
    const { text: filled, open } = fillPlaceholders(reply.text, {
      name: name?.split(' ')[0] ?? '',
      'full-name': name ?? '',
      agent: profile.value?.agent.name,
      site: site?.name,
    });
    drafts.write(thread.id, 'reply', filled);
    requestAnimationFrame(() => {
      focusComposer();
      if (open) box.current?.setSelectionRange(open.from, open.to);
    });
  };
  const send = () => {
    if (empty || tooLong) return;
    const open = kind === 'reply' ? openPlaceholder(text) : undefined;
    if (open && unfilled !== text) {
      // Said once: whoever means the braces sends again.
      setUnfilled(text);
      box.current?.focus();
      box.current?.setSelectionRange(open.from, open.to);
      return;
    }
    if (text.trim()) outbox.send(thread.id, kind, text.trim(), whisper);
    files?.send();
    drafts.write(thread.id, kind, '');
    if (kind === 'note') drafts.turn(thread.id, 'reply');
    if (mine) box.current?.focus();
  };
  const turn = (to: WritingKind) => {
    drafts.turn(thread.id, to);
    requestAnimationFrame(focusComposer);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const listed = query !== undefined && replies.length > 0;
    if (listed && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setAt((chosen + (event.key === 'ArrowDown' ? 1 : replies.length - 1)) % replies.length);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (listed) insert(replies[chosen]!);
      else send();
    } else if (event.key === 'Tab' && listed) insert(replies[chosen]!);
    else if (event.key === 'Escape') {
      if (query !== undefined) setDismissed(text);
      else {
        box.current?.blur();
        if (!mine && text === '') drafts.turn(thread.id, 'reply');
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={`composer composer-${kind}`}>
      {query !== undefined && (
        <SavedReplies replies={replies} chosen={chosen} choose={insert} point={setAt} />
      )}
      <div class="composer-tabs" role="tablist">
        {(mine ? (['reply', 'note'] as const) : (['note'] as const)).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={kind === each}
            aria-keyshortcuts={each === 'reply' ? 'r' : 'i'}
            onClick={() => turn(each)}
          >
            {each === 'note' && <DeskIcon name="lock" />}
            {each === 'note' ? noteName : words.composer.reply}
            {draft[each] && kind !== each && <span class="dot" title={words.queue.draft} />}
            <KeyHint act={each} />
          </button>
        ))}
        <span class="push" />
        <span class="soft composer-hint">{words.composer.enter}</span>
      </div>
      <textarea
        id={composerId}
        ref={box}
        rows={2}
        value={text}
        aria-label={kind === 'reply' ? words.composer.reply : noteName}
        placeholder={
          kind === 'reply'
            ? words.composer.replyHint
            : whisper
              ? words.composer.whisperHint
              : words.composer.noteHint
        }
        aria-controls={query !== undefined ? 'saved-replies' : undefined}
        aria-activedescendant={replies[chosen] ? `saved-${replies[chosen].id}` : undefined}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setAt(0);
          drafts.write(thread.id, kind, typed);
          if (kind === 'reply' && typed && slashQuery(typed) === undefined) typing.tell(thread.id);
        }}
        onKeyDown={pressed}
      />
      <div class="composer-foot">
        {parts && files && <parts.ReplyFiles uploads={files} />}
        {mine && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              setDismissed('');
              drafts.write(thread.id, 'reply', '/');
              requestAnimationFrame(focusComposer);
            }}
            disabled={kind === 'note' || (text !== '' && query === undefined)}
          >
            {words.composer.saved} <KeyHint act="saved" />
          </button>
        )}
        <span class="push" />
        {text !== '' && unfilled === text && (
          <span class="problem" role="alert">
            {words.composer.unfilled}
          </span>
        )}
        {tooLong && <span class="problem">{`${text.length} · ${words.composer.tooLong}`}</span>}
        <button type="button" class="button small primary" disabled={empty || tooLong} onClick={send}>
          {kind === 'reply'
            ? words.composer.send
            : whisper
              ? words.composer.sendWhisper
              : words.composer.sendNote}{' '}
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

/** As tall as its text, to a limit that the style sheet sets. */
function grow(box: HTMLTextAreaElement | null): void {
  if (!box) return;
  box.style.blockSize = 'auto';
  box.style.blockSize = `${box.scrollHeight + 2}px`;
}
