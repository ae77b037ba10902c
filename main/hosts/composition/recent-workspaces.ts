import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The folders of workspaces that were opened in a window, newest first. Never a key or a passphrase. */
export interface RecentWorkspaces {
  readonly list: () => readonly string[];
  readonly add: (folder: string) => void;
  readonly forget: (folder: string) => void;
}

const keptCount = 12;
const fileSchema = z.strictObject({ workspaces: z.array(z.string().max(4_096)).max(1_000) });

/**
 * Kept in a file that only its user may read. It is a convenience: where it cannot be read it is
 * empty, and where it cannot be written nothing is remembered.
 */
export function createRecentWorkspaces(path: string): RecentWorkspaces {
  const list = (): readonly string[] => {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).workspaces;
    } catch {
      return [];
    }
  };
  const write = (workspaces: readonly string[]): void => {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const text = `${JSON.stringify({ workspaces }, null, 2)}\n`;
      writeFileSync(`${path}.new`, text, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    } catch {
      // As told above: opening a workspace must not fail for it.
    }
  };
  const without = (folder: string) => list().filter((each) => each !== folder);
  return {
    list,
    add: (folder) => {
      write([folder, ...without(folder)].slice(0, keptCount));
    },
    forget: (folder) => {
      write(without(folder));
    },
  };
}

/** Where the system wants settings of programs to be; for the loopback host. */
export function recentWorkspacesFile(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  const home = homedir();
  const settings =
    platform === 'win32'
      ? environment.APPDATA || join(home, 'AppData', 'Roaming')
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : environment.XDG_CONFIG_HOME || join(home, '.config');
  return join(settings, 'anamnesis', 'workspaces.json');
}
