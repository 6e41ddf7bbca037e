// Sentences of our own for distress: `caught` must be found, `lookAlikes` are figures of speech and things.
import { distressCaught } from './distress-caught.ts';
import { distressLookAlikes } from './distress-look-alikes.ts';

export const distressProbes: Record<'caught' | 'lookAlikes', string[]> = {
  caught: distressCaught,
  lookAlikes: distressLookAlikes,
};
