import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface PackedFile {
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
}

/** A symbolic link; where it leads is told from the folder in which it lies. */
export interface PackedLink {
  readonly leadsTo: string;
}

/** What an archive holds: paths without a first slash, separated by "/". Folders follow from them. */
export type FileTree = ReadonlyMap<string, PackedFile | PackedLink>;

export const isLink = (entry: PackedFile | PackedLink): entry is PackedLink => 'leadsTo' in entry;

export function fileOf(content: string | Uint8Array, isExecutable = false): PackedFile {
  return {
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    isExecutable,
  };
}

/** The files of a folder, by their path inside it. What `isWanted` refuses is not read. */
export function readTree(
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): Map<string, PackedFile> {
  const files = new Map<string, PackedFile>();
  const visit = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && isWanted(path))
        files.set(path, readPackedFile(join(folder, path)));
    }
  };
  visit('');
  return files;
}

/** Rights of a folder that somebody else checked out may differ: one of them counts. */
export function readPackedFile(file: string): PackedFile {
  return fileOf(readFileSync(file), (statSync(file).mode & 0o100) !== 0);
}

/** The same files one folder further down. */
export function below(folder: string, tree: FileTree): FileTree {
  return new Map([...tree].map(([path, entry]) => [`${folder}/${path}`, entry]));
}
