// The house of one server over a file: it is killed, its clock jumps, its disk is full.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sparePort } from '../../demo/scale/spare-port.ts';
import { openSqliteStore } from '../../server/store/open-sqlite-store.ts';
import { type Random, spread } from './chance.ts';
import { chaosServer } from './chaos-server.ts';
import type { House } from './house.ts';
import { mortal } from './mortal.ts';
import { type SmallDisk, smallDisk } from './small-disk.ts';
import { pause, waitUntil } from './wait-until.ts';

/** A clock is set right by seconds, or was wrong by hours. */
const jumps = { least: 500, most: 2 * 3_600_000 };
/** Customers who are there when the disk becomes full, at least: who arrives then is not let in. */
const enough = 3;

/**
 * `root` is the project's folder, with its build in place. `answeredFull` given: its disk is a small one, and this is filled with the ms in
 * which messages were answered while there was no room for them.
 */
export async function oneServer(root: string, random: Random, answeredFull?: number[]): Promise<House> {
  const disk: SmallDisk | undefined = answeredFull ? smallDisk() : undefined;
  const dataDir = disk?.folder ?? mkdtempSync(join(tmpdir(), 'handrail-chaos-'));
  const port = await sparePort();
  const server = chaosServer(root, port, {
    SITES_DIR: join(root, 'tests/chaos/sites'),
    DATA_DIR: dataDir,
    QUAY_SECRET: 'only for the chaos harness, nothing else',
    LIMITS: 'off',
  });
  const life = mortal(server, random);
  await server.start();

  return {
    door: () => port,
    prepare: server.prepare,
    revive: life.revive,
    faults: {
      async kill() {
        await life.die();
        await life.begin();
        return Date.now();
      },
      async jump() {
        server.jump(Math.round(spread(jumps.least, jumps.most, random)) * (random() < 0.5 ? 1 : -1));
        return Date.now();
      },
      async full(customers) {
        await life.steady();
        const arrived = () => customers.filter((customer) => customer.online()).length;
        await waitUntil(() => arrived() >= Math.min(enough, customers.length), 'some who write');
        let refused = 0;
        disk!.fill(server.pid()!);
        try {
          for (const customer of customers) {
            const since = Date.now();
            customer.answered = (ms, code) => {
              // One that began earlier, or went into a broken line, says nothing about the disk.
              if (Date.now() - ms < since || (customer.line.wholeSince() ?? Infinity) > Date.now() - ms)
                return;
              answeredFull!.push(ms);
              if (code === 'unavailable') refused += 1;
            };
          }
          await waitUntil(() => refused > 0, 'a refusal by a full disk');
          await pause(random() * 2_000);
        } finally {
          for (const customer of customers) customer.answered = () => undefined;
          disk!.free(server.pid()!);
        }
        return Date.now();
      },
    },
    open: async () => openSqliteStore({ file: join(dataDir, 'handrail.db') }),
    lastWords: () => server.errors.slice(-20),
    async close() {
      await server.end();
      if (disk) disk.close();
      else rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
