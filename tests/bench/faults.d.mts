// What the tests use of faults.mjs, which the runner loads before anything is compiled.
export const faults: Record<string, { file: string; find: string; put: string }[]>;
