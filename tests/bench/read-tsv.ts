// Reads the benches' labelled phrases: lines `text<TAB>label` without a header.
import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

export interface LabelledText {
  text: string;
  label: string;
}

/** All lines of all files, in order. Throws a UsageError that names the file and line of what does not fit. */
export function readTsv(files: string[]): LabelledText[] {
  return files.flatMap((file) => {
    const lines = readLines(file);
    return lines.flatMap((line, index) => {
      if (line.trim() === '') return [];
      const tab = line.lastIndexOf('\t');
      if (tab < 0) throw new UsageError(`${file}:${index + 1}: expected text<TAB>label`);
      return [{ text: line.slice(0, tab), label: line.slice(tab + 1).trim() }];
    });
  });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${(error as Error).message}`);
  }
}
