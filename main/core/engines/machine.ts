import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { hashJson } from '#core/storage/hash-json.ts';

/** What decides how fast a machine computes. Its name is no part of it: containers change theirs. */
export interface Machine {
  /** SHA-256 of the rest. */
  readonly fingerprint: string;
  /** In words, for people. */
  readonly description: string;
}

export interface MachineParts {
  /** For example "linux-x64". */
  readonly platform: string;
  readonly processor: string;
  readonly threads: number;
  /** Vendor and device of each display adapter, such as "10de:2330"; empty where unknown. */
  readonly displayAdapters: readonly string[];
}

/** The machine at hand, or one of the given parts. */
export function describeMachine(parts: MachineParts = readMachine()): Machine {
  const { platform, processor, threads, displayAdapters } = parts;
  const adapters =
    displayAdapters.length === 0 ? [] : [`display adapters ${displayAdapters.join(', ')}`];
  return {
    fingerprint: hashJson(parts),
    description: [platform, processor, `${threads} threads`, ...adapters].join(', '),
  };
}

function readMachine(): MachineParts {
  return {
    platform: `${process.platform}-${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    threads: availableParallelism(),
    displayAdapters: listDisplayAdapters('/sys/bus/pci/devices'),
  };
}

/**
 * Display adapters as Linux lists them, without loading a driver. Elsewhere none are found: a card
 * that is exchanged on macOS or Windows does not make the program measure again by itself.
 */
export function listDisplayAdapters(folder: string): string[] {
  try {
    const read = (device: string, file: string) =>
      readFileSync(join(folder, device, file), 'utf8')
        .trim()
        .replace(/^0x/, '');
    return readdirSync(folder)
      .filter((device) => read(device, 'class').startsWith('03'))
      .map((device) => `${read(device, 'vendor')}:${read(device, 'device')}`)
      .sort();
  } catch {
    return [];
  }
}
