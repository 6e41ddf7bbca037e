/** ms after which what was stored, and whose turn never ran since the process died, is run by whoever finds its timer. */
export const crashNet = 2_000;
