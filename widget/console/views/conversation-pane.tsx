// The middle column: who it is, what can be done with it, the thread, and below it the composer or the way to it.
import type { VNode } from 'preact';
import { cleanName } from '../../ui/clean-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { deskKeys } from '../models/desk-keys.ts';
import type { ThreadModel } from '../models/thread-model.ts';
import { Approvals } from './approvals.tsx';
import { Composer } from './composer.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { useDesk } from './desk-context.ts';
import { DeskIcon } from './desk-icon.tsx';
import { focusComposer, mayWhisper } from './desk-steps.ts';
import { EmptyPane } from './empty-pane.tsx';
import { KeyHint } from './key-hint.tsx';
import { ThreadView } from './thread-view.tsx';

export function ConversationPane(): VNode {
  const { words, threads } = useDesk();
  const thread = threads.open.value;
  return (
    <main class="pane" aria-label={words.thread.label}>
      {thread ? <OpenConversation key={thread.id} thread={thread} /> : <EmptyPane />}
    </main>
  );
}

function OpenConversation({ thread }: { thread: ThreadModel }): VNode {
  return (
    <>
      <ConversationHead thread={thread} />
      <Collision conversation={thread.id} />
      {thread.events.value.length > 0 ? (
        <>
          <ThreadView thread={thread} />
          <Approvals thread={thread} />
          <Foot thread={thread} />
        </>
      ) : (
        <NothingYet thread={thread} />
      )}
    </>
  );
}

function NothingYet({ thread }: { thread: ThreadModel }): VNode {
  const { words, threads } = useDesk();
  const problem = thread.problem.value;
  if (!problem)
    return (
      <div class="pane-empty" role="status">
        <span class="sr-only">{words.thread.loading}</span>
        <div class="bone short" />
        <div class="bone long own" />
        <div class="bone" />
      </div>
    );
  const missing = problem.code === 'not_found';
  return (
    <div class="pane-empty" role="alert">
      <p>{missing ? words.thread.missing : words.thread.failed}</p>
      {!missing && (
        <button type="button" class="button" onClick={() => threads.select(thread.id)}>
          {words.thread.again}
        </button>
      )}
    </div>
  );
}

/** Someone else was faster with the claim (H8). */
function Collision({ conversation }: { conversation: string }): VNode | null {
  const { words, acts } = useDesk();
  const collision = acts.collision.value;
  if (collision?.conversation !== conversation) return null;
  return (
    <div class="banner banner-taken" role="alert">
      <Icon name="person" />
      <p>{collision.by ? words.act.taken(cleanName(collision.by)) : words.act.takenBySomeone}</p>
      <button type="button" class="tool" aria-label={words.close} onClick={acts.forgetCollision}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The composer for one's own; for others the one step that leads there. */
function Foot({ thread }: { thread: ThreadModel }): VNode {
  const { words, acts, profile, drafts } = useDesk();
  const { status, agent } = thread.conversation.value.view;
  if (status === 'claimed' && agent?.id === profile.value?.agent.id) return <Composer thread={thread} />;
  if (status === 'resolved') return <p class="foot-bar">{words.act.ended}</p>;
  const noting = drafts.of(thread.id).kind === 'note';
  const note = noting ? <Composer thread={thread} /> : <NoteButton thread={thread} />;
  if (status === 'claimed')
    return (
      <>
        <div class="foot-bar">
          <p>{`${words.status.claimed(cleanName(agent?.name ?? ''))}. ${words.act.watching}`}</p>
          {!noting && note}
        </div>
        {noting && note}
      </>
    );
  const busy = acts.busy.value.has(thread.id);
  const takeover = status === 'assistant';
  const text = takeover ? words.act.takeoverFirst : status === 'left' ? words.act.left : words.act.claimFirst;
  const take = () => void (takeover ? acts.takeover(thread.id) : acts.claim(thread.id));
  return (
    <>
      <div class="foot-bar">
        <p>{text}</p>
        {!noting && note}
        <button type="button" class="button primary" disabled={busy} onClick={take} aria-keyshortcuts="c">
          {busy ? words.act.claiming : takeover ? words.act.takeover : words.act.claim} <KeyHint act="take" />
        </button>
      </div>
      {noting && note}
    </>
  );
}

/** Whoever reads along may leave a note; a supervisor's is a whisper to the agent. */
function NoteButton({ thread }: { thread: ThreadModel }): VNode {
  const desk = useDesk();
  const { words, drafts } = desk;
  return (
    <button
      type="button"
      class="button small"
      aria-keyshortcuts={deskKeys.note}
      onClick={() => {
        drafts.turn(thread.id, 'note');
        requestAnimationFrame(focusComposer);
      }}
    >
      <DeskIcon name="lock" /> {mayWhisper(desk, thread) ? words.composer.whisper : words.composer.note}{' '}
      <KeyHint act="note" />
    </button>
  );
}
