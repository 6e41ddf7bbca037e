// Collects what is found while a site is checked; every finding names its place in the folder.
import type { Problem } from './problem.ts';
import type { Place } from './source-file.ts';

export interface Report {
  problems: Problem[];
  /** `on: 'key'` points at the key instead of its value. */
  error(place: Place, message: string, suggestion?: string, on?: 'key'): void;
  warning(place: Place, message: string, suggestion?: string, on?: 'key'): void;
}

export function createReport(): Report {
  const problems: Problem[] = [];
  const add =
    (level: Problem['level']) => (place: Place, message: string, suggestion?: string, on?: 'key') => {
      problems.push({
        file: place.source.file,
        ...place.source.position(place.path, on),
        message,
        ...(suggestion ? { suggestion } : {}),
        level,
      });
    };
  return { problems, error: add('error'), warning: add('warning') };
}
