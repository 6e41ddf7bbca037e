// All that is read of a message: what it says, and what the site's articles say to it. Pure, here or in a thread.
import type { Understanding } from '../../shared/understanding.ts';
import { type FoundPassage, findPassages } from './find-passages.ts';
import { joinBurst } from './join-burst.ts';
import type { ReadSite } from './read-site.ts';
import type { ReadingContext } from './reading-context.ts';
import type { SiteModel } from './site-model.ts';
import { understand } from './understand.ts';

export interface ToRead {
  text: string;
  context: ReadingContext;
}

export interface Read {
  reading: Understanding;
  /** Best first. */
  passages: FoundPassage[];
}

export function readMessage(model: SiteModel, site: ReadSite, { text, context }: ToRead): Read {
  const reading = understand(model, site, text, context);
  // What was sent in several messages is one question to the articles too.
  const whole = joinBurst(context.recent, text, context.now);
  return { reading, passages: findPassages(site, whole, reading.language) };
}
