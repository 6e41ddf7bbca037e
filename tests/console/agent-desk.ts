// An agent at a console over a fake desk, with a clock that moves by hand: what the console's model tests start from.
import type { Failure } from '../../shared/errors.ts';
import type { AgentProfile } from '../../shared/frame-config.ts';
import { type ConsoleModel, createConsoleModel } from '../../widget/console/console-model.ts';
import type { Summons } from '../../widget/console/models/console-ports.ts';
import { english } from '../../widget/console/words/english.ts';
import { browserStorage } from '../../widget/ui/browser-storage.ts';
import { createFakeDesk, type FakeConversation, type FakeDesk } from './fake-desk.ts';
import { morning } from './stories.ts';
import { mia, profile, supervising } from './story-people.ts';

export const eight = Date.UTC(2026, 10, 21, 8);

export interface AgentDesk {
  desk: ConsoleModel;
  fake: FakeDesk;
  /** ms */
  pass(ms: number): void;
  /** What the agent's attention was called with, in order. */
  summoned: { titles: string[]; sounds: number; notified: string[] };
  away: boolean;
  signIn: { ok: true } | { ok: false; error: Failure };
  signedIn: boolean;
  /** Whose session it is. */
  profile: AgentProfile;
  /** Lets answers that are under way arrive. */
  settle(): Promise<void>;
  stop(): void;
}

/** `kept`: the device's storage, to be handed on to a second desk for a reload. */
export async function agentDesk(
  options: {
    conversations?: FakeConversation[];
    kept?: ReturnType<typeof browserStorage>;
    signedIn?: boolean;
    supervisor?: boolean;
  } = {},
): Promise<AgentDesk> {
  let now = eight;
  let timers: { due: number; run: () => void }[] = [];
  const fake = createFakeDesk(options.conversations ?? morning(eight), mia, () => now);
  const summoned: AgentDesk['summoned'] = { titles: [], sounds: 0, notified: [] };
  const summons: Summons = {
    setTitle: (title) => void summoned.titles.push(title),
    sound: () => void summoned.sounds++,
    notify: (title) => void summoned.notified.push(title),
    away: () => made.away,
    mayNotify: () => 'granted',
    askToNotify: async () => {},
  };
  let ids = 0;
  const desk = createConsoleModel(
    {
      http: {
        async signIn() {
          if (made.signIn.ok) {
            made.signedIn = true;
            fake.session = true;
          }
          return made.signIn;
        },
        signOut: async () => {
          made.signedIn = false;
        },
        me: async () =>
          made.signedIn
            ? { ok: true, profile: made.profile }
            : { ok: false, error: { code: 'unauthorized', message: 'not signed in' } },
      },
      connection: fake.connection,
      kept: options.kept ?? browserStorage(() => null),
      clock: {
        now: () => now,
        after(ms, run) {
          const timer = { due: now + ms, run };
          timers.push(timer);
          return () => {
            timers = timers.filter((each) => each !== timer);
          };
        },
      },
      summons,
      put: fake.put,
      newId: () => `id-${++ids}`,
    },
    english,
  );
  const made: AgentDesk = {
    desk,
    fake,
    summoned,
    away: false,
    signIn: { ok: true },
    signedIn: options.signedIn ?? true,
    profile: options.supervisor ? supervising : profile,
    pass(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const timer of due) timer.run();
    },
    // The fake desk answers within microtasks; one macrotask is after all of them.
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    stop: () => {},
  };
  made.stop = desk.start();
  await made.settle();
  return made;
}
