import { isLink, type FileTree } from './file-tree.ts';

/** The GNU C library that the program needs; the newest systems without it: RHEL 8, Debian 11. */
export const neededGlibc = '2.34';

const elfMagic = Buffer.from([0x7f, 0x45, 0x4c, 0x46]);
const elfX64 = 62;

/**
 * Refuses native files that the package should not hold: those of other systems or processors, and
 * those that need a newer C library than is promised. @throws Error with their names
 */
export function checkNativeFiles(tree: FileTree): void {
  const faults: string[] = [];
  let newest = '0';
  for (const [path, entry] of tree) {
    if (isLink(entry)) continue;
    const bytes = Buffer.from(entry.content.buffer, entry.content.byteOffset, entry.content.length);
    const isElf = bytes.subarray(0, 4).equals(elfMagic);
    if (isElf) {
      if (bytes.readUInt16LE(18) !== elfX64) faults.push(`${path} is for another processor`);
      const needed = neededGlibcOf(bytes);
      if (isNewer(needed, newest)) newest = needed;
      if (isNewer(needed, neededGlibc)) faults.push(`${path} needs glibc ${needed}`);
    } else if (/\.(node|dll|dylib|exe)$|\.so(\.|$)/.test(path)) {
      faults.push(`${path} is for another system`);
    }
  }
  if (newest !== neededGlibc) faults.push(`glibc ${neededGlibc} is promised, ${newest} needed`);
  if (faults.length > 0) throw new Error(`the package would be wrong: ${faults.join('; ')}`);
}

/** The newest version of glibc whose symbols the file names. */
export function neededGlibcOf(bytes: Buffer): string {
  let newest = '0';
  const mark = Buffer.from('GLIBC_');
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    const version = /^\d+\.\d+/.exec(bytes.toString('latin1', at + mark.length, at + 16))?.[0];
    if (version !== undefined && isNewer(version, newest)) newest = version;
  }
  return newest;
}

function isNewer(left: string, right: string): boolean {
  return left.localeCompare(right, 'en', { numeric: true }) > 0;
}
