// Short sentences at the edge of the page: what could not be done, and alerts from the server. One of a kind at a
// time; alerts stay until they are put away, the rest goes by itself.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../shared/errors.ts';
import type { Alert } from '../../../shared/protocol.ts';
import type { Clock } from '../../ui/clock.ts';

type Notice = { id: string; kind: 'failure'; failure: Failure } | { id: string; kind: 'alert'; alert: Alert };

export interface NoticesModel {
  shown: ReadonlySignal<readonly Notice[]>;
  fail(failure: Failure): void;
  alert(alert: Alert): void;
  putAway(id: string): void;
}

/** ms that a failure stays on screen. */
const failureStays = 8_000;

export function createNoticesModel(clock: Clock): NoticesModel {
  const shown = signal<readonly Notice[]>([]);
  const putAway = (id: string) => {
    shown.value = shown.value.filter((notice) => notice.id !== id);
  };
  const show = (notice: Notice) => {
    putAway(notice.id);
    shown.value = [...shown.value, notice];
  };
  return {
    shown,
    fail(failure) {
      const id = `failure.${failure.code}`;
      show({ id, kind: 'failure', failure });
      clock.after(failureStays, () => putAway(id));
    },
    alert: (alert) => show({ id: `alert.${alert.id}`, kind: 'alert', alert }),
    putAway,
  };
}
