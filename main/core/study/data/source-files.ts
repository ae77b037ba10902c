import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { canonicalJson } from '#core/storage/canonical-json.ts';

/** A file that a plan names, with its content. */
export interface SourceFile {
  /** The name of the file without its folder, as reports show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Finds the files that the paths of a plan stand for: a file is itself, a folder is all files in it
 * that have one of the extensions, in alphabetical order.
 * @throws file.missing
 */
export function findSourceFiles(paths: readonly string[], extensions: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) {
      throw new AnamnesisError('file.missing', {
        expected: `the file or folder ${path}`,
        found: 'nothing there',
        remedy: 'Correct the path; those in a plan are relative to the plan file.',
      });
    }
    if (!status.isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => extensions.includes(extname(name)));
    if (names.length === 0) {
      throw new AnamnesisError('file.missing', {
        expected: `files ending in ${extensions.join(' or ')} in the folder ${path}`,
        found: 'none',
        remedy: 'Name another folder, or the files themselves.',
      });
    }
    return names.sort().map((name) => join(path, name));
  });
}

/** Reads a file. @throws file.unreadable */
export function readSourceFile(path: string): SourceFile {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw new AnamnesisError('file.unreadable', {
      expected: `to read ${path}`,
      found: (error as NodeJS.ErrnoException).code ?? 'an error',
      remedy: 'Check that the file exists, is no folder and that you may read it.',
      cause: error,
    });
  }
}

/** SHA-256 of files and of the settings with which they are read: equal hash, equal data. */
export function hashSources(files: readonly SourceFile[], settings: unknown): string {
  const hash = createHash('sha256').update(canonicalJson(settings));
  for (const file of files) {
    hash.update(`\0${file.name}\0${file.bytes.length}\0`).update(file.bytes);
  }
  return hash.digest('hex');
}

/** SHA-256 of anything that JSON can hold, whatever the order of its keys. */
export function hashJson(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
