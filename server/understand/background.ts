// What people say that is none of a business's intents: held against every site's phrases in training, so that
// a model learns to say "none of these". Written for this project; no customer's words are in it.
import { smallTalk } from './background/small-talk.ts';

/** Every sentence once, in a fixed order. */
export function background(): string[] {
  return [...smallTalk];
}
