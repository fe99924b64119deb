/** Processor time: of what is done here, and of whole processes. The clock tells nothing where others share the machine; beside each figure stands that of work that never changes. */
import { spawnSync } from 'node:child_process';

export function spent(act: () => unknown): number {
  const begin = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** Of a process and its children, in milliseconds. */
export function timed(command: string, args: readonly string[]): { ms: number; ok: boolean } {
  // The shell says what its child took: Node does not.
  const quoted = [command, ...args].map((word) => `'${word.replace(/'/gu, `'\\''`)}'`).join(' ');
  const { stderr, status } = spawnSync('bash', ['-c', `TIMEFORMAT='cpu %U %S'; time ${quoted}`], {
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
  });
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/u.exec(stderr) ?? [];
  return { ms: (Number(user) + Number(system)) * 1000, ok: status === 0 && user !== undefined };
}

const FIXED = Array.from({ length: 20_000 }, (_, i) => ({ id: `f${i}`, spans: [[i, i * 7]], role: 'body' }));

/** JSON there and back, some 20 ms on a quiet machine: what it takes now tells how busy the machine is. */
export const baseline = (): number => spent(() => JSON.parse(JSON.stringify(FIXED)) as unknown);
