import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

export interface WindowFile {
  readonly mediaType: string;
  readonly content: Buffer<ArrayBuffer>;
}

/** Address within the window, such as "/assets/index.js", to the file. "/" is the page itself. */
export type WindowFiles = ReadonlyMap<string, WindowFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built window into memory. A request can then name only what was built: no path of a
 * request ever touches the disk. Throws `window.not-built`.
 */
export async function loadWindowFiles(folder: string): Promise<WindowFiles> {
  const files = new Map<string, WindowFile>();
  for (const path of await listFiles(folder)) {
    const mediaType = mediaTypes[extname(path)];
    if (mediaType === undefined) continue;
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, { mediaType, content: await readFile(path) });
  }
  const page = files.get('/index.html');
  if (page === undefined) throw notBuilt(folder);
  return files.set('/', page);
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    throw notBuilt(folder, cause);
  }
}

function notBuilt(folder: string, cause?: unknown): AnamnesisError {
  return new AnamnesisError('window.not-built', {
    expected: say('window', 'builtWindow'),
    found: say('window', 'none'),
    remedy: say('window', 'runBuild'),
    place: folder,
    cause,
  });
}
