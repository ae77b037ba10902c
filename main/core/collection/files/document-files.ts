import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { type FoundFile, nameApart, unreadableFile } from './source-files.ts';

/**
 * The files that paths stand for: a file is itself, a folder all that lies in it at any depth, in
 * the order of their names; hidden files and links inside folders are passed over. Names begin at
 * the folder that was named, so that those of next month's export are the same.
 * @throws file.missing, file.unreadable
 */
export function findDocumentFiles(paths: readonly string[]): FoundFile[] {
  const found = new Map<string, string>();
  for (const named of paths) {
    const path = resolve(named);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status === undefined) refuseMissing(named);
    if (!status.isDirectory()) found.set(path, found.get(path) ?? basename(path));
    else {
      for (const file of filesUnder(path)) {
        found.set(file, found.get(file) ?? relative(path, file).split(sep).join('/'));
      }
    }
  }
  const files = Array.from(found, ([path, name]) => ({ path, name }));
  if (files.length === 0) {
    throw new AnamnesisError('file.missing', {
      expected: say('files', 'filesIn', paths),
      found: say('files', 'none'),
      remedy: say('files', 'nameAnother'),
    });
  }
  const names = new Set(files.map(({ name }) => name));
  if (names.size === files.length) return files;
  const apart = nameApart(files.map(({ path }) => path));
  return files.map(({ path }, index) => ({ path, name: apart[index] }));
}

/** By their names, folders among files, so that every machine has one order. */
function* filesUnder(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw unreadableFile(folder, error);
  }
}

function refuseMissing(path: string): never {
  throw new AnamnesisError('file.missing', {
    expected: say('files', 'fileOrFolder', path),
    found: say('files', 'nothingThere'),
    remedy: say('files', 'correctPath'),
  });
}
