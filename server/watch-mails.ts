// What mail needs of the server around it: who has a page open, and somebody who hears of a letter that is lost.
import type { Server } from 'socket.io';
import type { Alert } from '../shared/protocol.ts';
import type { Parts } from './compose.ts';
import { isPresent } from './intake/is-present.ts';

/** `tell` reaches the agents of a site. */
export function watchMails(
  { mails, newId, clock }: Pick<Parts, 'mails' | 'newId' | 'clock'>,
  io: Server,
  noticed: (place: string, error: unknown) => void,
  tell: (site: string, alert: Alert) => void,
): void {
  mails.watch({
    isPresent: (conversation) => isPresent(io, conversation),
    lost(site, why) {
      noticed('mail', new Error(why));
      tell(site, { id: newId(), at: clock.now(), level: 'warning', text: `E-mail: ${why}.` });
    },
  });
}
