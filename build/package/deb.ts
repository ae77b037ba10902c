import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { fileOf, isLink, type FileTree } from './file-tree.ts';
import { writeTar } from './tar.ts';

export interface DebDescription {
  readonly name: string;
  readonly version: string;
  readonly architecture: 'amd64';
  readonly depends: string;
  readonly recommends: string;
  /** One line. */
  readonly summary: string;
  readonly description: string;
}

/**
 * A package of Debian and Ubuntu: an `ar` archive of its format's version, what the system is told,
 * and the files. What is told is packed by gzip, which any dpkg reads, so that one which is too old
 * for the files says what is missing before it looks at them.
 * @param data the files as .tar.zst
 */
export function writeDeb(
  { tree, data }: { readonly tree: FileTree; readonly data: Uint8Array },
  description: DebDescription,
  secondsSinceEpoch: number,
): Uint8Array {
  const control = new Map([
    ['control', fileOf(formatControl(description, tree))],
    ['md5sums', fileOf(formatSums(tree))],
  ]);
  const parts: readonly (readonly [string, Uint8Array])[] = [
    ['debian-binary', new TextEncoder().encode('2.0\n')],
    ['control.tar.gz', gzipSync(writeTar(control, secondsSinceEpoch), { level: 9 })],
    ['data.tar.zst', data],
  ];
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    ...parts.flatMap(([name, content]) => [
      Buffer.from(formatPart(name, content.length, secondsSinceEpoch)),
      content,
      Buffer.from(content.length % 2 === 0 ? '' : '\n'),
    ]),
  ]);
}

function formatPart(name: string, sizeBytes: number, secondsSinceEpoch: number): string {
  const fields = [
    name.padEnd(16),
    String(secondsSinceEpoch).padEnd(12),
    '0'.padEnd(6),
    '0'.padEnd(6),
    '100644'.padEnd(8),
    String(sizeBytes).padEnd(10),
  ];
  return `${fields.join('')}\`\n`;
}

function formatControl(description: DebDescription, tree: FileTree): string {
  const bytes = [...tree.values()].reduce(
    (sum, entry) => sum + (isLink(entry) ? 0 : entry.content.length),
    0,
  );
  const lines = [
    `Package: ${description.name}`,
    `Version: ${description.version}`,
    `Architecture: ${description.architecture}`,
    'Maintainer: Anamnesis <anamnesis@example.invalid>',
    'Section: science',
    'Priority: optional',
    `Installed-Size: ${Math.ceil(bytes / 1024)}`,
    `Depends: ${description.depends}`,
    `Recommends: ${description.recommends}`,
    `Description: ${description.summary}`,
    ...description.description.split('\n').map((line) => ` ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** By which `dpkg --verify` finds files that were changed. */
function formatSums(tree: FileTree): string {
  return [...tree]
    .flatMap(([path, entry]) =>
      isLink(entry) ? [] : [`${createHash('md5').update(entry.content).digest('hex')}  ${path}\n`],
    )
    .sort()
    .join('');
}
