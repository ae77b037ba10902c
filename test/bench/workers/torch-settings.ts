import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { ProcessCommand } from './line-process.ts';

/** One way to run PyTorch on this machine. */
export interface TorchSetting {
  readonly id: 'tuned' | 'as shipped' | 'other';
  /** How tables call it. */
  readonly label: string;
  readonly command: ProcessCommand;
}

export interface TorchSettings {
  readonly settings: readonly TorchSetting[];
  /** What is missing for a full comparison, with the remedy; empty when nothing is. */
  readonly missing: readonly string[];
}

const systemPython = '/usr/bin/python3';
const openBlasFolder = '/usr/lib/x86_64-linux-gnu/openblas-openmp';
const server = fileURLToPath(new URL('torch_server.py', import.meta.url));
const installer = 'sh build/install-bench-packages.sh';

function findTorchVersion(python: string): string | null {
  const script = 'import torch, numpy; print(torch.__version__.split("+")[0])';
  const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** OpenBLAS of Debian 12 does not know newer AMD processors; this gives them AVX-512 kernels. */
function coreType(): Record<string, string> {
  try {
    const flags = readFileSync('/proc/cpuinfo', 'utf8');
    return flags.includes('avx512vl') ? { OPENBLAS_CORETYPE: 'SKYLAKEX' } : {};
  } catch {
    return {};
  }
}

/** Keeps freed memory instead of returning it to the system after each tensor. */
const keepMemory = {
  MALLOC_TOP_PAD_: '1000000000',
  MALLOC_MMAP_THRESHOLD_: '4000000000',
  MALLOC_TRIM_THRESHOLD_: '8000000000',
};

/**
 * How PyTorch is run: as Debian ships it, well tuned, and by another interpreter if one is named
 * (say, of a virtual environment with PyTorch's own wheel).
 */
export function findTorchSettings(options: {
  threads: number;
  otherPython: string | null;
}): TorchSettings {
  const { threads, otherPython } = options;
  const settings: TorchSetting[] = [];
  const missing: string[] = [];
  const add = (
    setting: { id: TorchSetting['id']; label: string },
    python: string,
    environment: Record<string, string>,
  ) => {
    const limits = { OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: String(threads) };
    settings.push({
      ...setting,
      command: { program: python, arguments: [server], environment: { ...limits, ...environment } },
    });
  };
  const shipped = findTorchVersion(systemPython);
  if (shipped === null) {
    missing.push(`PyTorch is left out: python3-torch is not there (${installer})`);
  } else {
    if (existsSync(openBlasFolder)) {
      const tuned = { LD_LIBRARY_PATH: openBlasFolder, ...coreType(), ...keepMemory };
      add({ id: 'tuned', label: `PyTorch ${shipped} tuned` }, systemPython, tuned);
    } else {
      missing.push(`tuned PyTorch is left out: libopenblas0-openmp is not there (${installer})`);
    }
    add({ id: 'as shipped', label: `PyTorch ${shipped} as shipped` }, systemPython, {});
  }
  if (otherPython !== null) {
    const other = findTorchVersion(otherPython);
    if (other === null) {
      missing.push(`PyTorch of ${otherPython} is left out: it cannot import torch and numpy`);
    } else {
      add({ id: 'other', label: `PyTorch ${other}, its own wheel` }, otherPython, {});
    }
  }
  return { settings, missing };
}
