// The desk's single keys: one table for the help, the hints on buttons and the listener.

export type DeskAct =
  | 'help'
  | 'next'
  | 'previous'
  | 'takeNext'
  | 'take'
  | 'reply'
  | 'note'
  | 'saved'
  | 'resolve'
  | 'return'
  | 'transfer'
  | 'release'
  | 'why'
  | 'details'
  | 'approve'
  | 'available'
  | 'mute'
  | 'filter'
  | 'floor'
  | 'more'
  | 'fewer'
  | 'latest'
  | 'article';

/** A key as `KeyboardEvent.key` gives it. */
export const deskKeys: Readonly<Record<DeskAct, string>> = {
  next: 'j',
  previous: 'k',
  takeNext: 'n',
  take: 'c',
  reply: 'r',
  note: 'i',
  saved: '/',
  why: 'w',
  approve: 'g',
  resolve: 'e',
  return: 'b',
  transfer: 'x',
  release: 'u',
  details: 'd',
  article: '1',
  filter: 'f',
  latest: 'l',
  floor: 'o',
  available: 'a',
  more: '+',
  fewer: '-',
  mute: 'm',
  help: '?',
};

/** The suggested articles have a digit each: how many of them, from 1. */
export const articleKeys = 4;

/** Which article a key inserts, from 0; undefined for any other key. */
export function articleAt(key: string): number | undefined {
  return /^[1-9]$/.test(key) && Number(key) <= articleKeys ? Number(key) - 1 : undefined;
}

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/** What a key press asks for; undefined for keys that are not the desk's, or that belong to writing. */
export function deskAct(pressed: Pressed, writing: boolean): DeskAct | undefined {
  if (writing || pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing)
    return undefined;
  if (articleAt(pressed.key) !== undefined) return 'article';
  const acts = Object.entries(deskKeys) as [DeskAct, string][];
  return acts.find(([, key]) => key === pressed.key)?.[0];
}
