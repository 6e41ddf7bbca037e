// A process that appends without end and says each thing that was acknowledged, for kill.test.ts to kill.
// Arguments: file of the database, built store-worker, number of this life.
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { beginning, said } from './beginning.ts';

const [file = '', workerFile = '', life = ''] = process.argv.slice(2);
const writers = 8;
const store = await openThreadedStore({ file, workerFile: new URL(workerFile) });

async function write(id: string): Promise<never> {
  await store.begin(beginning(id));
  for (let i = 0; ; i++) {
    const text = `${life}.${i}`;
    const client = { author: id, id: text };
    const setTimers = [{ name: 'turn', due: 1 }];
    const appended = await store.append({
      conversation: id,
      at: i,
      events: [said(text, text)],
      client,
      setTimers,
    });
    if (!appended.ok) throw new Error(appended.why);
    // Written at once, as standard output to a pipe is: what is said here was acknowledged, whatever comes next.
    process.stdout.write(`${JSON.stringify({ id, seq: appended.events[0]!.seq, text })}\n`);
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(`conversation-${writer}`)));
