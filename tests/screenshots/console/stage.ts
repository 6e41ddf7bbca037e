// What a scene of the console's gallery is played on.
import type { failure } from '../../../shared/errors.ts';
import type { ConsoleModel } from '../../../widget/console/console-model.ts';
import type { FakeDesk } from '../../console/fake-desk.ts';

export interface Stage {
  desk: ConsoleModel;
  fake: FakeDesk;
  settled(): Promise<void>;
}

export interface Scene {
  empty?: boolean;
  off?: boolean;
  loading?: boolean;
  supervisor?: boolean;
  me?: { ok: false; error: ReturnType<typeof failure>['error'] };
  signIn?: ReturnType<typeof failure>;
  play?(stage: Stage): Promise<void> | void;
}

export async function claim({ desk, settled }: Stage, id = 'c-rosa'): Promise<void> {
  await desk.acts.claim(id);
  await settled();
}
