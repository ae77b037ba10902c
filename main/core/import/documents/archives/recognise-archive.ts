import { isTarHeader } from './tar-entries.ts';

/** What a file of files is. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar';

/** How far into a file one looks for what it is. */
export const archiveHeadBytes = 4096;

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
