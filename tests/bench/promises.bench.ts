// Black Friday replayed: delivery questions while stock sells out and the stock feed lags; what was promised and broken.
import { parseArgs } from 'node:util';
import { replayBlackFriday } from './black-friday.ts';

/** `{asked, promisable, promised, broken, naiveBroken}` and what else was counted, at the business's side. */
export function run(args: string[]): Promise<unknown> {
  const { values } = parseArgs({
    args,
    options: {
      questions: { type: 'string', default: '14000' },
      seed: { type: 'string', default: '1' },
      lag: { type: 'string', default: '15' },
    },
  });
  return replayBlackFriday({
    questions: Number(values.questions),
    seed: Number(values.seed),
    lag: Number(values.lag) * 60_000,
  });
}
