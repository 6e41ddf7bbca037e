// The page's side of Web Notifications, fetched when the customer asks for them: a frame of another origin may neither ask
// for the permission nor show one. Built as a file of its own beside the door.
import type { NoticeState, PanelSays } from '../../shared/bridge.ts';

type Tell = Extract<PanelSays, { type: 'tell' }>;

/** Asks for the permission, or shows what there is to tell; answers with how the page stands with it now. */
export async function notify({ title, body, tag }: Tell, press: () => void): Promise<NoticeState> {
  if (!('Notification' in window)) return 'none';
  const { permission } = Notification;
  if (title ? permission !== 'granted' : permission === 'granted') return permission;
  try {
    // Before asking, one to try it: without the permission nobody sees it.
    // Several pages of the same customer show one: the tag is the conversation's.
    const shown = new Notification(title ?? '', { ...(body ? { body } : {}), ...(tag ? { tag } : {}) });
    shown.onclick = () => {
      shown.close();
      press();
    };
  } catch {
    // Some browsers let only service workers do so, and a page cannot bring one for itself.
    return 'none';
  }
  return title ? permission : Notification.requestPermission();
}
