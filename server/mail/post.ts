// The way out for mail, as a port: what became of a letter is a value.
import type { Letter } from './letter.ts';

/** `again`: it may work later; without it the letter was refused for good. `code`: the mail server's. */
export type Posted = { ok: true } | { ok: false; again: boolean; code?: number };

export interface Post {
  send(letter: Letter): Promise<Posted>;
}
