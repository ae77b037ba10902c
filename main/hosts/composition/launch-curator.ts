import type { ImportEnd, ImportProcess } from '#core/api/services/import-tasks.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { CuratorCommand, CuratorReport, ImportCommand } from './curator-protocol.ts';
import { forkApart } from './fork-apart.ts';
import { program } from './program-location.ts';

/**
 * V8 collects early what batches leave behind: by its own choice it lets some hundred MB of it lie,
 * in each of the two threads.
 */
export const curatorFlags: readonly string[] = [
  '--max-semi-space-size=4',
  '--initial-old-space-size=16',
  '--heap-growing-percent=20',
];

export interface CuratorProcess extends ImportProcess {
  /** Ends the process at once, as a crash would. */
  kill(): void;
}

/** Starts an import in a process of its own. */
export function launchCurator(
  command: Omit<ImportCommand, 'type'>,
  onProgress: (progress: ImportProgress) => void,
  entry = program.entries.curator,
): CuratorProcess {
  const { send, kill, ended } = forkApart<CuratorCommand, CuratorReport, ImportEnd>({
    entry,
    flags: curatorFlags,
    onReport: (report) => {
      if (report.type === 'progress') onProgress(report.progress);
      return report.type === 'ended' ? report.end : null;
    },
    crashed,
  });
  send({ type: 'import', ...command });
  return {
    ended,
    kill,
    stop: () => {
      send({ type: 'stop' });
    },
  };
}

function crashed(found: Told): ImportEnd {
  return {
    state: 'failed',
    failure: {
      code: 'curator.crashed',
      expected: say('window', 'curatorToEnd'),
      found,
      remedy: say('window', 'importAgain'),
      place: null,
    },
  };
}
