// The agents' page: signed out, or the desk with its three columns, dialogs over it.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { cleanName } from '../../ui/clean-text.ts';
import type { ConsoleModel } from '../console-model.ts';
import { LinkBanner, Notices } from './banners.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { DeskContext } from './desk-context.ts';
import { FloorPane } from './floor-pane.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { QueueList } from './queue-list.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { SidePane } from './side-pane.tsx';
import { SessionExpired, SignInPage } from './sign-in.tsx';
import { TopBar } from './top-bar.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

export function Console({ desk }: { desk: ConsoleModel }): VNode {
  return (
    <DeskContext.Provider value={desk}>
      {desk.profile.value ? <Desk desk={desk} /> : <SignInPage />}
    </DeskContext.Provider>
  );
}

function Desk({ desk }: { desk: ConsoleModel }): VNode {
  const { layout, session, profile, floor } = desk;
  useDeskKeys(desk);
  useClaimShowsBrief(desk);
  const dialog = layout.dialog.value;
  return (
    <div class={`desk${layout.details.value && !floor.open.value ? ' with-side' : ''}`}>
      <TopBar />
      <LinkBanner />
      <div class="columns">
        <QueueList />
        {floor.open.value ? (
          <FloorPane />
        ) : (
          <>
            <ConversationPane />
            <SidePane />
          </>
        )}
      </div>
      <Notices />
      <Announcements desk={desk} />
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'transfer' && <TransferDialog />}
      {dialog === 'resolve' && <ResolveDialog />}
      {session.state.value.at === 'expired' && <SessionExpired email={profile.value?.agent.email ?? ''} />}
    </div>
  );
}

/** With a claim the brief comes first: on narrow pages its column opens by itself. */
function useClaimShowsBrief({ threads, layout, profile }: ConsoleModel): void {
  const thread = threads.open.value;
  const view = thread?.conversation.value.view;
  const mine = view?.status === 'claimed' && view.agent?.id === profile.value?.agent.id;
  useEffect(() => {
    if (mine) layout.details.value = true;
  }, [mine, thread?.id]);
}

/** Said to screen readers once: what a claimed customer wants. */
function Announcements({ desk }: { desk: ConsoleModel }): VNode {
  const { threads, words } = desk;
  const view = threads.open.value?.conversation.value.view;
  const claimed = view?.status === 'claimed' ? view : undefined;
  const name = cleanName(claimed?.customer?.name ?? words.someone);
  return (
    <p class="sr-only" aria-live="polite">
      {claimed && `${name}. ${claimed.brief.map((line) => `${line.label}: ${line.text}`).join('. ')}`}
    </p>
  );
}
