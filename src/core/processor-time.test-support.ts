/** What this process has spent, in milliseconds: what else the machine does hardly counts, as it would by the clock. */
export function spentSince(begin?: number): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 - (begin ?? 0);
}
