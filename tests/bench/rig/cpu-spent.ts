// Processor time of this process, all of its threads, between two questions.

/** Each call answers the ms since the one before. */
export function cpuSpent(): () => number {
  let before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    return (user + system) / 1000;
  };
}
