// One thing made wrong in a good site, and what must be said of it.

export interface Mistake {
  what: string;
  file: string;
  /** What stands in the good file, and what is put in its place. */
  from: string;
  to: string;
  /** Stands on the line that must be named; default: `to`. */
  at?: string;
  message: RegExp;
  suggestion?: RegExp;
  level?: 'error' | 'warning';
}
