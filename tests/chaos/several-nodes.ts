// The house of several nodes over a Postgres and a Redis of their own: nodes are killed, Redis dies while they know it
// and while they start, Postgres is restarted. Who connects comes to any node that answers, as behind a proxy.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sparePort } from '../../demo/scale/spare-port.ts';
import { startPostgres } from '../../demo/scale/start-postgres.ts';
import { startRedis } from '../../demo/scale/start-redis.ts';
import { openPostgresStore } from '../../server/store/open-postgres-store.ts';
import { pick, type Random, spread } from './chance.ts';
import { type ChaosServer, chaosServer } from './chaos-server.ts';
import type { House } from './house.ts';
import { type Mortal, mortal } from './mortal.ts';
import { pause } from './wait-until.ts';

/** How long Redis is away, and how long Postgres, ms. */
const redisAway = { least: 50, most: 4_000 };
const postgresAway = { least: 50, most: 2_000 };

/** `root` is the project's folder, with its build in place. Throws in one line when this machine has no Postgres or no Redis. */
export async function severalNodes(root: string, random: Random, count: number): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'handrail-chaos-'));
  const redis = await startRedis();
  const postgres = await startPostgres();
  const url = await postgres.database('chaos');
  const nodes: { server: ChaosServer; life: Mortal }[] = [];
  for (let n = 0; n < count; n += 1) {
    const server = chaosServer(root, await sparePort(), {
      SITES_DIR: join(root, 'tests/chaos/sites'),
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      HANDRAIL_SECRET: 'signs the visitors of the chaos harness',
      QUAY_SECRET: 'only for the chaos harness, nothing else',
      LIMITS: 'off',
      LOG_LEVEL: 'fatal',
    });
    nodes.push({ server, life: mortal(server, random) });
    await server.start();
  }
  /** Nodes that answer: a proxy leaves out the others. */
  const there = (): ChaosServer[] => nodes.map(({ server }) => server).filter((server) => server.ready());
  let redisKills = 0;
  /** A node on its way, whom nobody has to wait for. */
  let starting: Promise<void> = Promise.resolve();

  return {
    door: () => (pick(there(), random) ?? nodes[0]!.server).port,
    prepare() {
      for (const { server } of nodes) server.prepare();
    },
    async revive() {
      // Where all are gone but the one that is on its way, that is who is waited for.
      if (there().length === 0) await starting;
      const revived = await Promise.all(nodes.map(({ life }) => life.revive()));
      return revived.some((was) => was);
    },
    faults: {
      async kill() {
        await starting;
        const { life } = pick(nodes, random);
        await life.die();
        starting = life.begin();
        // Whoever waits for it hears of it.
        starting.catch(() => undefined);
        // The other node is there for them from now on.
        return Date.now();
      },
      async redis() {
        await starting;
        redisKills += 1;
        await redis.kill();
        if (redisKills % 2 === 0) {
          // Cold: a node begins, and has never seen it.
          const { life } = pick(nodes, random);
          await life.die();
          await life.begin();
        }
        await pause(spread(redisAway.least, redisAway.most, random));
        await redis.start();
        return Date.now();
      },
      async postgres() {
        // A node that finds no database as it starts gives up, for whoever supervises it to try again.
        await starting;
        await postgres.halt();
        await pause(spread(postgresAway.least, postgresAway.most, random));
        await postgres.start();
        return Date.now();
      },
    },
    open: () => openPostgresStore({ url, deadline: 10_000 }),
    lastWords: () => nodes.flatMap(({ server }) => server.errors.slice(-20)),
    async close() {
      await starting.catch(() => undefined);
      await Promise.all(nodes.map(({ server }) => server.end()));
      await redis.kill();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
