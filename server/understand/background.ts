// What people say that is none of a business's intents: held against every site's phrases in training, so that
// a model learns to say "none of these". Written for this project; no customer's words are in it.
import { fragments } from './background/fragments.ts';
import { generalKnowledge } from './background/general-knowledge.ts';
import { german } from './background/german.ts';
import { healthSchoolLeisure } from './background/health-school-leisure.ts';
import { moneyAndHomes } from './background/money-and-homes.ts';
import { opinionsAndGrumbles } from './background/opinions-and-grumbles.ts';
import { requestsToAMachine } from './background/requests-to-a-machine.ts';
import { shopsAndTravel } from './background/shops-and-travel.ts';
import { smallTalk } from './background/small-talk.ts';

/** Every sentence once, in a fixed order. */
export function background(): string[] {
  return [
    ...smallTalk,
    ...fragments,
    ...generalKnowledge,
    ...requestsToAMachine,
    ...moneyAndHomes,
    ...shopsAndTravel,
    ...healthSchoolLeisure,
    ...opinionsAndGrumbles,
    ...german,
  ];
}
