// Types of build-if-stale.mjs, for the tests.
export declare const builtAt: URL;
export declare function buildIfStale(say?: (line: string) => void): Promise<boolean>;
