import { isTarHeader } from './tar-entries.ts';

/** What a file of files is. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar';

/** How far into a file one looks for what it is. */
export const archiveHeadBytes = 4096;

/** First bytes of archives that are not read here, and how people call them. */
const unreadKinds: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['cab', [0x4d, 0x53, 0x43, 0x46]],
  ['compress (.Z)', [0x1f, 0x9d]],
  ['bzip2', [0x42, 0x5a, 0x68]],
];

/** What kind of archive begins with these bytes that is not read here; null for none. */
export function recogniseUnreadArchive(head: Uint8Array): string | null {
  const found = unreadKinds.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  // A text may begin with "BZh" and "MSCF": what follows them in archives is no text.
  if (found === undefined) return null;
  const isText = !head.subarray(0, 64).some((byte) => byte < 9 || byte > 0x7e);
  return isText ? null : found[0];
}

/** Names of the first entries of office documents, which are ZIP files but no archives. */
const officeMarks = ['[Content_Types].xml', '_rels/.rels', 'mimetypeapplication/'];

/** What kind of archive begins with these bytes; null for none, as for a Word or Excel document. */
export function recogniseArchive(head: Uint8Array): ArchiveKind | null {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const isZip = (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6);
    const start = new TextDecoder('windows-1252').decode(head.subarray(0, archiveHeadBytes));
    return isZip && !officeMarks.some((mark) => start.includes(mark)) ? 'zip' : null;
  }
  return isTarHeader(head) ? 'tar' : null;
}
