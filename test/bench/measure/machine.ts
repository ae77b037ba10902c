import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { setTimeout as rest } from 'node:timers/promises';

/** What a reader must know of the machine to judge figures measured on it. No names. */
export function describeMachine(): Record<string, string> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    'processors in use': String(availableParallelism()),
    'vector instructions': describeVectors(),
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${release()}${isVirtual() ? ', virtual machine' : ''}`,
  };
}

function readCpuInfo(): string {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
}

function describeVectors(): string {
  const text = readCpuInfo();
  const known = { avx512f: 'AVX-512', avx2: 'AVX2', asimd: 'NEON' };
  for (const [flag, name] of Object.entries(known)) {
    if (new RegExp(`\\b${flag}\\b`).test(text)) return name;
  }
  return 'unknown';
}

const isVirtual = () => /\bhypervisor\b/.test(readCpuInfo());

/** The commit that was measured; "unknown" outside a repository. */
export function describeCommit(): string {
  try {
    const run = (...list: string[]) => execFileSync('git', list, { encoding: 'utf8' }).trim();
    const changed = run('status', '--porcelain', '--', 'main') === '' ? '' : ' with changes';
    return run('rev-parse', '--short', 'HEAD') + changed;
  } catch {
    return 'unknown';
  }
}

const sampleMs = 2000;

function readProcessorTimes(): { busy: number; all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const sum = Object.values(times).reduce((total, time) => total + time, 0);
    all += sum;
    busy += sum - times.idle;
  }
  return { busy, all };
}

/** The share of the machine that others use: of all processors' time over two seconds. */
export async function measureOthers(): Promise<number> {
  const before = readProcessorTimes();
  await rest(sampleMs);
  const after = readProcessorTimes();
  return (after.busy - before.busy) / Math.max(1, after.all - before.all);
}
