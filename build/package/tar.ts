import { isLink, type FileTree } from './file-tree.ts';

const blockBytes = 512;
const longestName = 100;
const longestPrefix = 155;

interface Header {
  readonly path: string;
  readonly mode: number;
  readonly sizeBytes: number;
  /** As POSIX numbers them: "0" a file, "2" a symbolic link, "5" a folder. */
  readonly type: '0' | '2' | '5';
  readonly leadsTo: string;
}

/**
 * A tar archive (POSIX ustar) of the same bytes for the same tree: sorted, owned by root, all of one
 * date. @param secondsSinceEpoch the date
 */
export function writeTar(tree: FileTree, secondsSinceEpoch: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  const add = (header: Header, content: Uint8Array) => {
    blocks.push(formatHeader(header, secondsSinceEpoch), content);
    blocks.push(new Uint8Array(-content.length & (blockBytes - 1)));
  };
  const nothing = new Uint8Array(0);
  for (const path of foldersOf(tree)) {
    add({ path: `${path}/`, mode: 0o755, sizeBytes: 0, type: '5', leadsTo: '' }, nothing);
  }
  for (const [path, entry] of [...tree].sort(([left], [right]) => (left < right ? -1 : 1))) {
    if (isLink(entry)) {
      const { leadsTo } = entry;
      add({ path, mode: 0o777, sizeBytes: 0, type: '2', leadsTo }, nothing);
    } else {
      const { content, isExecutable } = entry;
      const mode = isExecutable ? 0o755 : 0o644;
      add({ path, mode, sizeBytes: content.length, type: '0', leadsTo: '' }, content);
    }
  }
  blocks.push(new Uint8Array(2 * blockBytes));
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

function formatHeader(header: Header, secondsSinceEpoch: number): Uint8Array {
  const { path, mode, sizeBytes, type, leadsTo } = header;
  const block = Buffer.alloc(blockBytes);
  const { prefix, name } = divide(path);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  const fields: readonly (readonly [number, string])[] = [
    [0, name],
    [100, octal(mode, 7)],
    [108, octal(0, 7)],
    [116, octal(0, 7)],
    [124, octal(sizeBytes, 11)],
    [136, octal(secondsSinceEpoch, 11)],
    // The sum counts its own field as spaces.
    [148, ' '.repeat(8)],
    [156, type],
    [157, leadsTo],
    [257, 'ustar\0' + '00'],
    [265, 'root'],
    [297, 'root'],
    [345, prefix],
  ];
  for (const [offset, text] of fields) block.write(text, offset, 'utf8');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** A long path stands in two fields, divided at a slash. */
function divide(path: string): { readonly prefix: string; readonly name: string } {
  const bytes = Buffer.byteLength(path);
  if (bytes <= longestName) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const prefix = path.slice(0, at);
    const name = path.slice(at + 1);
    const fits = Buffer.byteLength(prefix) <= longestPrefix;
    if (fits && name !== '' && Buffer.byteLength(name) <= longestName) return { prefix, name };
  }
  throw new Error(`${path} is too long for a tar archive`);
}
