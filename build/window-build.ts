import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that the build reads: the sources themselves, what configures it, and which packages. */
const sources = [
  'build/bundled-packages.ts',
  'electron.vite.config.ts',
  'main',
  'package-lock.json',
  'package.json',
  'preload',
  'renderer',
  'resources',
];
const page = 'out/renderer/index.html';
const mark = 'out/sources.sha256';

const isBuilt = (path: string) => !path.endsWith('.test.ts') && !path.endsWith('.md');

function listFiles(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  try {
    const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return [path];
  }
}

/**
 * The SHA-256 of the names and contents of all sources of the build. Times would tell less: an
 * archive keeps those of the one who packed it, and a copy makes all of them new.
 */
export function fingerprintSources(root: string): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => listFiles(root, source)).filter(isBuilt);
  for (const path of files.sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Whether what lies in `out/` was built from these sources. */
export function isBuildOf(fingerprint: string, root: string): boolean {
  if (!existsSync(join(root, page)) || !existsSync(join(root, mark))) return false;
  return readFileSync(join(root, mark), 'utf8').trim() === fingerprint;
}

/** Says from which sources the build in `out/` was made. */
export function markBuild(fingerprint: string, root: string): void {
  writeFileSync(join(root, mark), `${fingerprint}\n`);
}
