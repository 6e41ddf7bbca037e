// Thrown by load-site when a folder cannot be served.
import { type Problem, problemLine } from './problem.ts';

export class SiteError extends Error {
  readonly folder: string;
  readonly problems: Problem[];

  constructor(folder: string, problems: Problem[]) {
    super([`The site in ${folder} cannot be loaded:`, ...problems.map(problemLine)].join('\n  '));
    this.name = 'SiteError';
    this.folder = folder;
    this.problems = problems;
  }
}
