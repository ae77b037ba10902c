import { readFileSync } from 'node:fs';

/** The most memory this process ever had at once, in bytes; null where the system does not tell. */
export function readPeakBytes(): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
