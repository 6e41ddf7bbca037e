// Time of one decision, with 30 intents and a conversation of 200 events: `--seed`, `--runs N`.
import { parseArgs } from 'node:util';
import { decide } from '../../server/decide/decide.ts';
import type { Situation } from '../../server/decide/situation.ts';
import type { Intent } from '../../server/site/site.ts';
import { seededRandom } from '../../server/understand/seeded-random.ts';
import { reading, type Scene, scene } from '../helpers/scene.ts';
import { testSite } from '../helpers/test-site.ts';

const events = 200;
const intents = 30;

/** `{p50Ms, p99Ms, events, intents, runs}`; no brain, no store, no words: `decide` alone. */
export async function run(args: string[]): Promise<Record<string, number>> {
  const { values } = parseArgs({
    args,
    options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '20000' } },
  });
  const random = seededRandom(Number(values.seed));
  const runs = Number(values.runs);
  const s = scene({ site: { intents: manyIntents() } });
  const names = s.site.intents.map(({ id }) => id);
  const anyReading = () => {
    const ids = [0, 1, 2, 3, 4].map(() => names[Math.floor(random() * names.length)] ?? '');
    const ranked = [...new Set(ids)]
      .map((id) => ({ id, confidence: random() }))
      .sort((a, b) => b.confidence - a.confidence);
    return reading({
      intents: ranked,
      mood: { frustration: random() * 0.7, urgency: random(), confusion: random() },
    });
  };
  while (s.events.length < events) s.say(`message ${s.events.length}`, anyReading());

  const times: number[] = [];
  for (let n = 0; n < runs + runs / 10; n += 1) {
    const input = {
      kind: 'message' as const,
      seq: s.events.length + 1,
      text: `message ${n}`,
      reading: anyReading(),
      passages: [],
    };
    const situation = situationOf(s);
    const started = performance.now();
    decide(situation, input);
    // The first tenth warms up.
    if (n >= runs / 10) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(4));
  return { p50Ms: at(0.5), p99Ms: at(0.99), events: s.events.length, intents, runs };
}

function manyIntents(): Intent[] {
  const { intents: few } = testSite();
  return Array.from({ length: intents }, (_, n) => {
    const like = few[n % few.length];
    if (!like) throw new Error('the test site has no intents');
    return { ...like, id: `${like.id}-${n}` };
  });
}

function situationOf(s: Scene): Situation {
  const { conversation, facts, gates, desk, site, now } = s;
  return { id: 'c1', conversation, facts, gates, desk, site, now, nextId: () => 'id' };
}
