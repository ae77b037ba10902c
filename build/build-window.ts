import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fingerprintSources, isBuildOf, markBuild } from './window-build.ts';

/**
 * `npm run build`: the window and Electron's programs. With --if-needed, as before each start, only
 * when the sources are not those of the last build.
 */
const root = resolve(import.meta.dirname, '..');
const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');

function build(): void {
  // What is built meanwhile may be newer than this, never older: then the next start builds again.
  const fingerprint = fingerprintSources(root);
  if (process.argv.includes('--if-needed') && isBuildOf(fingerprint, root)) return;
  process.stderr.write('building the window from the sources\n');
  // Standard output belongs to the command that is started after the build.
  const { status } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status === 0) markBuild(fingerprint, root);
  process.exitCode = status ?? 1;
}

build();
