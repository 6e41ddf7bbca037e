// A server's life in a process of its own: it ends by a signal, gracefully, and nothing else ends it quietly.
import type { RunningServer } from './main.ts';

/** Resolves to the exit code once the server has stopped; a second signal ends it at once. */
export function runUntilStopped({ close, log }: Pick<RunningServer, 'close' | 'log'>): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    const stop = (why: string, code: number) => {
      if (stopping) process.exit(code || 1);
      stopping = true;
      log.info({ why }, 'stopping');
      close().then(
        () => resolve(code),
        (error: unknown) => {
          log.error({ err: error }, 'did not stop cleanly');
          resolve(1);
        },
      );
    };
    process.on('SIGTERM', () => stop('SIGTERM', 0));
    process.on('SIGINT', () => stop('SIGINT', 0));
    // Each boundary catches its own; what still gets here is a fault of ours, and no reason to cut everyone off.
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
    process.on('uncaughtException', (error) => {
      log.fatal({ err: error }, 'uncaught exception');
      stop('uncaughtException', 1);
    });
  });
}
