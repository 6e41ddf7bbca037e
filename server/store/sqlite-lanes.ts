// Lanes of the embedded store. One process has the file, so that they end with it and need no row.
import { type MemoryLanes, memoryLanes } from './memory-lanes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const ofFile = new WeakMap<SqliteFile, MemoryLanes>();

function lanesOf(file: SqliteFile): MemoryLanes {
  const lanes = ofFile.get(file) ?? memoryLanes();
  ofFile.set(file, lanes);
  return lanes;
}

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
