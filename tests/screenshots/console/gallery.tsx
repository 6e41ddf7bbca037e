// The console over a fake desk, in one state after the other: `gallery.html?state=claimed`. The clock stands still.
/// <reference path="../../../widget/ui/css.d.ts" />
import { render } from 'preact';
import { failure } from '../../../shared/errors.ts';
import { createConsoleModel } from '../../../widget/console/console-model.ts';
import { Console } from '../../../widget/console/views/console.tsx';
import { english } from '../../../widget/console/words/english.ts';
import { browserStorage } from '../../../widget/ui/browser-storage.ts';
import { createFakeDesk } from '../../console/fake-desk.ts';
import { morning } from '../../console/stories.ts';
import { articles, found, overview } from '../../console/story-floor.ts';
import { jonas, mia, profile, supervising } from '../../console/story-people.ts';
import { scenes } from './scenes.ts';
import type { Scene } from './stage.ts';
import '../../../widget/console/styles/console.css';

const asked = new URLSearchParams(location.search);
const scene: Scene = scenes[asked.get('state') ?? 'morning'] ?? scenes.morning!;
document.documentElement.dataset.scheme = asked.get('scheme') ?? 'light';

const now = new Date(2026, 10, 21, 10, 40).getTime();
const fake = createFakeDesk(scene.empty ? [] : morning(now), mia, () => now);
fake.presence = [
  { agent: mia, available: !scene.off, capacity: 3, load: scene.empty ? 0 : 1, teams: [] },
  { agent: jonas, available: true, capacity: 4, load: 2, teams: ['claims'] },
  { agent: { id: 'agent-ines', name: 'Ines Okafor' }, available: false, capacity: 3, load: 0, teams: [] },
];
fake.articles = articles;
fake.found = found(now);
fake.overview = overview(now);
if (scene.loading) fake.hold('list');

let ids = 0;
const desk = createConsoleModel(
  {
    http: {
      signIn: async () => scene.signIn ?? failure('unauthorized'),
      signOut: async () => {},
      me: async () => (scene.me ? scene.me : { ok: true, profile: scene.supervisor ? supervising : profile }),
    },
    connection: fake.connection,
    kept: browserStorage(() => null),
    clock: {
      now: () => now,
      // Pauses of typing are over at once; what comes back every second does not.
      after: (ms, run) => {
        if (ms < 1000) queueMicrotask(run);
        return () => {};
      },
    },
    summons: {
      setTitle: () => {},
      sound: () => {},
      notify: () => {},
      away: () => false,
      mayNotify: () => 'default',
      askToNotify: async () => {},
    },
    put: fake.put,
    newId: () => `gallery-${++ids}`,
  },
  english,
);
render(<Console desk={desk} />, document.getElementById('app')!);
desk.start();

/** Lets answers of the fake desk and the drawing after them happen. */
const settled = async () => {
  for (let i = 0; i < 4; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

await settled();
if (!scene.off && !scene.me) await desk.presence.set({ on: true, capacity: 3 });
await scene.play?.({ desk, fake, settled });
await settled();
document.documentElement.dataset.ready = 'yes';
