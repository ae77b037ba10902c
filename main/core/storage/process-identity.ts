import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What Linux tells of a process, from its state on; empty where the system does not tell. */
function statusOf(pid: number): readonly string[] {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in parentheses may hold anything; the state, the 3rd field, follows it.
    return status.slice(status.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/**
 * When a process started, in ticks since boot; '' where the system does not tell. It distinguishes
 * a process from a later one with the same id, which in containers is the rule: each restart gives
 * the program the same small id.
 */
const startOf = (pid: number): string => statusOf(pid)[19] ?? '';

/** A killed process whose parent does not ask for its end keeps its id: in many containers, for good. */
const isZombie = (pid: number): boolean => statusOf(pid)[0] === 'Z';

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it exists, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Machine, process id and start: what is written beside things that a process has under way. */
export function describeProcess(): string {
  return `${hostname()}/${process.pid}/${startOf(process.pid)}`;
}

/** True only when the process surely ended: one of another machine may be alive. */
export function isProcessGone(identity: string): boolean {
  const [host, id, start] = identity.split('/');
  const pid = Number(id);
  if (host !== hostname()) return false;
  if (!exists(pid)) return true;
  const startNow = startOf(pid);
  return startNow !== '' && start !== '' && startNow !== start;
}

const abandonedAfterMs = 24 * 3_600_000;

/** Whether something begun by a process may be swept: it ended, or began a day ago elsewhere. */
export function isAbandoned(
  identity: string,
  age: { startedAtMs: number; nowMs: number },
): boolean {
  return isProcessGone(identity) || age.nowMs - age.startedAtMs > abandonedAfterMs;
}
