// What is wrong with a site folder, where, and what would be right: the unit of all that `check-site` finds.

export interface Problem {
  /** Relative to the site's folder. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
  /** What to write instead, where that can be told. */
  suggestion?: string;
  /** Only an error keeps a site from being loaded. */
  level: 'error' | 'warning';
}

/** One line for a terminal: `intents.yaml:12:5 error: …; suggestion`. */
export function problemLine(problem: Problem): string {
  const { file, line, column, level, message, suggestion } = problem;
  return `${file}:${line}:${column} ${level}: ${message}${suggestion ? ` (${suggestion})` : ''}`;
}
