import { largestOf } from '#core/base/extremes.ts';
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { canonicalJson } from '#core/storage/canonical-json.ts';
import { say } from '#core/wording/say.ts';

/** A file that a plan names. */
export interface FoundFile {
  /** As reports show it: without folders, unless two files of a data set would share the name. */
  readonly name: string;
  readonly path: string;
}

/** A file that a plan names, with its content. */
export interface SourceFile {
  /** As that of `FoundFile`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Finds the files that the paths of a plan stand for: a file is itself, a folder is all files in it
 * and in folders of it that have one of the extensions, in alphabetical order. A file that is named twice is found once.
 * @throws file.missing
 */
export function findSourceFiles(
  named: readonly string[],
  extensions: readonly string[],
): FoundFile[] {
  const paths = [...new Set(findFiles(named, extensions).map((path) => resolve(path)))];
  const names = nameApart(paths);
  return paths.map((path, index) => ({ path, name: names[index] }));
}

/** Reads the files that the paths of a plan stand for. @throws file.missing, file.unreadable */
export function readSourceFiles(
  named: readonly string[],
  extensions: readonly string[],
): SourceFile[] {
  const files = findSourceFiles(named, extensions);
  return files.map(({ name, path }) => ({ name, bytes: readFile(path) }));
}

/** The shortest ends of the paths, all of as many parts, that differ from each other. */
export function nameApart(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(sep));
  const longest = largestOf(
    parts.map(({ length }) => length),
    1,
  );
  for (let count = 1; ; count++) {
    const names = parts.map((each) => each.slice(-count).join('/'));
    if (new Set(names).size === names.length || count >= longest) return names;
  }
}

function findFiles(paths: readonly string[], extensions: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) {
      throw new AnamnesisError('file.missing', {
        expected: say('files', 'fileOrFolder', path),
        found: say('files', 'nothingThere'),
        remedy: say('files', 'correctPlanPath'),
      });
    }
    if (!status.isDirectory()) return [path];
    const found = filesOfFolder(path, extensions, new Set());
    if (found.length === 0) {
      throw new AnamnesisError('file.missing', {
        expected: say('files', 'filesEndingIn', extensions, path),
        found: say('files', 'none'),
        remedy: say('files', 'nameAnother'),
      });
    }
    return found;
  });
}

/** Also of the folders in it, however deep, but of those whose name begins with a dot. */
function filesOfFolder(
  folder: string,
  extensions: readonly string[],
  visited: Set<string>,
): string[] {
  const real = realpathSync(folder);
  // A link to a folder above would have no end.
  if (visited.has(real)) return [];
  visited.add(real);
  const entries = readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const status = statSync(path, { throwIfNoEntry: false });
      return { name, path, isFolder: status?.isDirectory() ?? false };
    });
  const files = entries.filter(
    ({ path, isFolder }) => !isFolder && extensions.includes(extname(path).toLowerCase()),
  );
  const folders = entries.filter(({ name, isFolder }) => isFolder && !name.startsWith('.'));
  return [
    ...files.map(({ path }) => path),
    ...folders.flatMap(({ path }) => filesOfFolder(path, extensions, visited)),
  ];
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadableFile(path, error);
  }
}

/** What the operating system said against reading a file. */
export function unreadableFile(path: string, cause: unknown): AnamnesisError {
  return new AnamnesisError('file.unreadable', {
    expected: say('files', 'toRead', path),
    found: describeSystemError(cause),
    remedy: say('files', 'checkReadable'),
    cause,
  });
}

/** SHA-256 of files and of the settings with which they are read: equal hash, equal data. */
export class SourceHash {
  readonly #hash: Hash;

  constructor(settings: unknown) {
    this.#hash = createHash('sha256').update(canonicalJson(settings));
  }

  /** Said before the bytes of the file are added. */
  beginFile(name: string, byteCount: number): void {
    this.#hash.update(`\0${name}\0${byteCount}\0`);
  }

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** The hash of files whose bytes are all at hand. */
export function hashSources(files: readonly SourceFile[], settings: unknown): string {
  const hash = new SourceHash(settings);
  for (const { name, bytes } of files) {
    hash.beginFile(name, bytes.length);
    hash.add(bytes);
  }
  return hash.digest();
}
