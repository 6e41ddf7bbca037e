// How a server of the harness dies, and that it is started again.
import type { FailpointName } from '../../server/failpoint.ts';
import { pick, type Random } from './chance.ts';
import type { ChaosServer } from './chaos-server.ts';
import { pause } from './wait-until.ts';

export interface Mortal {
  /** Ends its life: half of the lives end from outside, half at a place in the code that is come by. */
  die(): Promise<void>;
  /** Begins the next one, which may be to end at a failpoint; resolves when it answers. */
  begin(): Promise<void>;
  /** Starts it again where it died by itself; whether it had. */
  revive(): Promise<boolean>;
  /** A life that no failpoint ends. */
  steady(): Promise<void>;
}

/** The failpoints that the customers of tests/chaos/sites come by. */
const passed: FailpointName[] = [
  'before-append',
  'after-append',
  'before-ack',
  'before-turn',
  'after-turn',
  'after-publish',
];

/** How long a life that is to end at a failpoint is given for it, ms. */
const armedMs = 1_500;

export function mortal(server: ChaosServer, random: Random): Mortal {
  /** Whether this life ends at a failpoint. */
  let armed = false;

  const revive = async (): Promise<boolean> => {
    if (server.alive()) return false;
    armed = false;
    await server.start();
    return true;
  };
  return {
    revive,
    async die() {
      if (armed) await Promise.race([server.gone(), pause(armedMs)]);
      if (server.alive() && random() < 0.2) {
        // It hangs for a while first, as under a machine that swaps: some wait on it, and have sent what it never took.
        server.signal('SIGSTOP');
        await pause(random() * 1_000);
        if (random() < 0.5) {
          server.signal('SIGCONT');
          await pause(random() * 200);
        }
      }
      if (server.alive()) server.signal('SIGKILL');
      await server.gone();
    },
    async begin() {
      armed = random() < 0.5;
      await server.start(armed ? `${pick(passed, random)}@${1 + Math.floor(random() * 60)}` : undefined);
    },
    async steady() {
      if (armed) {
        server.signal('SIGKILL');
        await server.gone();
      }
      await revive();
    },
  };
}
