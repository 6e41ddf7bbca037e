// Lanes of the embedded store. One process has the file, so that they end with it and need no row.
import { madeOnce } from '../../shared/made-once.ts';
import { memoryLanes } from './memory-lanes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const lanesOf = madeOnce((_: SqliteFile) => memoryLanes());

export function holdLane(
  file: SqliteFile,
  conversation: string,
  holder: string,
  now: number,
  lease: number,
): boolean {
  return lanesOf(file).holdLane(conversation, holder, now, lease);
}

export function leaveLane(file: SqliteFile, conversation: string, holder: string): void {
  lanesOf(file).leaveLane(conversation, holder);
}
