// `handrail erase`: takes the contents of conversations out of the log for good; the chain stays whole (R4, P2).
import { type Erasure, eraseAllOf, eraseConversation, eraseOlderThan } from '../record/erase.ts';
import { type Command, UsageError } from './command.ts';
import { openDataStore } from './open-data-store.ts';
import { options } from './options.ts';

const day = 86_400_000;

export const erase: Command = {
  name: 'erase',
  summary: 'Erases the contents of conversations, for good',
  usage: `erase (--conversation ID | --site ID --customer ID | --site ID --visitor ID | --site ID --older-than DAYS) [--why TEXT] [--data DIR] [--json]

  --conversation ID   that conversation
  --customer ID       all of a verified customer's on --site
  --visitor ID        all of a visitor's on --site
  --older-than DAYS   all of --site in which nothing has happened for so long
  --why TEXT          the reason, which stays in the log (default: on request)
  --data DIR          where the database is kept (or DATABASE_URL, DATA_DIR)
  --json              prints {erased} as JSON, and in {left} what is left

  Left is a conversation in which a call to your systems is under way, or something is set aside there: only what it
  holds tells how to end that. Ask again some minutes later.

  Exit code 1 when there was nothing to erase, or when something is left.`,
  async run(args, { env, out }) {
    const { values } = options(
      args,
      {
        conversation: { type: 'string' },
        site: { type: 'string' },
        customer: { type: 'string' },
        visitor: { type: 'string' },
        'older-than': { type: 'string' },
        why: { type: 'string' },
        data: { type: 'string' },
        json: { type: 'boolean' },
      },
      [],
    );
    const { conversation, site, customer, visitor, 'older-than': olderThan } = values;
    const named = [conversation, customer, visitor, olderThan].filter((one) => one !== undefined);
    if (named.length !== 1) {
      throw new UsageError('Name one of --conversation, --customer, --visitor or --older-than');
    }
    if (conversation === undefined && site === undefined) throw new UsageError('--site is missing');
    const days = olderThan === undefined ? undefined : Number(olderThan);
    if (days !== undefined && !(days >= 0)) throw new UsageError('--older-than takes a number of days');
    const store = await openDataStore(values.data, env);
    const left: string[] = [];
    const erasure: Erasure = {
      by: 'command line',
      why: values.why ?? 'on request',
      at: Date.now(),
      left: (id) => left.push(id),
    };
    try {
      const erased = conversation
        ? Number(await eraseConversation(store, conversation, erasure))
        : days === undefined
          ? await eraseAllOf(
              store,
              site!,
              customer === undefined ? { visitor: visitor! } : { customer },
              erasure,
            )
          : await eraseOlderThan(store, site!, Date.now() - days * day, erasure);
      const rest = left.map((id) => `\n${id} is left: a call is under way in it. Ask again in some minutes.`);
      out(
        values.json
          ? JSON.stringify({ erased, ...(left.length > 0 ? { left } : {}) })
          : `${erased} conversations were erased.${rest.join('')}`,
      );
      return erased === 0 || left.length > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};
