import { cpus } from 'node:os';

interface ProcessorTimes {
  readonly idleMs: number;
  readonly totalMs: number;
  readonly ownMs: number;
}

/**
 * Watches from now on; what it returns tells which share of the machine's processors other programs
 * had until then, or null where the system does not count.
 */
export function watchOtherPrograms(): () => number | null {
  const before = readProcessorTimes();
  return () => shareOfOthers(before, readProcessorTimes());
}

/** From 0 to 1; null where no time was counted between both. */
export function shareOfOthers(before: ProcessorTimes, after: ProcessorTimes): number | null {
  const totalMs = after.totalMs - before.totalMs;
  const idleMs = after.idleMs - before.idleMs;
  const ownMs = after.ownMs - before.ownMs;
  // Some containers show processors that never count.
  if (!(totalMs > 0)) return null;
  return Math.min(1, Math.max(0, (totalMs - idleMs - ownMs) / totalMs));
}

function readProcessorTimes(): ProcessorTimes {
  const times = cpus().map((processor) => processor.times);
  const { user, system } = process.cpuUsage();
  return {
    idleMs: sum(times.map(({ idle }) => idle)),
    totalMs: sum(times.flatMap(({ user, nice, sys, idle, irq }) => [user, nice, sys, idle, irq])),
    ownMs: (user + system) / 1000,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
