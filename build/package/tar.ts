import {
  formatTarHeader,
  tarBlockBytes,
  tarPadding,
  type TarHeader,
} from '#core/storage/backup/tar-header.ts';
import { isLink, type FileTree } from './file-tree.ts';

/**
 * A tar archive (POSIX ustar) of the same bytes for the same tree: sorted, owned by root, all of one
 * date. @param secondsSinceEpoch the date
 */
export function writeTar(tree: FileTree, secondsSinceEpoch: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  const add = (header: Omit<TarHeader, 'secondsSinceEpoch'>, content: Uint8Array) => {
    blocks.push(formatTarHeader({ ...header, secondsSinceEpoch }), content);
    blocks.push(tarPadding(content.length));
  };
  const nothing = new Uint8Array(0);
  for (const path of foldersOf(tree)) {
    add({ path: `${path}/`, mode: 0o755, sizeBytes: 0, type: '5' }, nothing);
  }
  for (const [path, entry] of [...tree].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (isLink(entry)) {
      const { leadsTo } = entry;
      add({ path, mode: 0o777, sizeBytes: 0, type: '2', leadsTo }, nothing);
    } else {
      const { content, isExecutable } = entry;
      const mode = isExecutable ? 0o755 : 0o644;
      add({ path, mode, sizeBytes: content.length, type: '0' }, content);
    }
  }
  blocks.push(new Uint8Array(2 * tarBlockBytes));
  return Buffer.concat(blocks);
}

function foldersOf(tree: FileTree): string[] {
  const folders = new Set<string>();
  for (const path of tree.keys()) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
      folders.add(path.slice(0, end));
    }
  }
  return [...folders].sort();
}
