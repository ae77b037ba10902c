import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededGlibc } from './native-files.ts';
import { below, fileOf, readPackedFile, readTree, type FileTree } from './file-tree.ts';
import {
  describePackage,
  findProductionPackages,
  readPackageFiles,
  type InstalledPackage,
} from './production-packages.ts';
import { writeSbom } from './sbom.ts';

const parts = join(import.meta.dirname, 'parts');

/** All files of the installed program, from its root; the name of its list of parts is `sbomName`. */
export function gatherProgram(root: string, version: string, secondsSinceEpoch: number): FileTree {
  const packages = findProductionPackages(root);
  const bundled = ['main', 'renderer'].flatMap((part) =>
    (JSON.parse(readFileSync(join(root, `out/packages/${part}.json`), 'utf8')) as string[]).map(
      (path) => describePackage(root, path),
    ),
  );
  const node = readPackedFile(join(root, 'node_modules/node/bin/node'));
  const nodeVersion = describePackage(root, 'node_modules/node').version;
  const sbom = writeSbom({
    version,
    secondsSinceEpoch,
    node: { version: nodeVersion, binary: node.content },
    packages,
    bundled,
  });
  return new Map([
    ['bin/anamnesis', fileOf(fillIn('anamnesis.sh', version), true)],
    ['share/man/man1/anamnesis.1', fileOf(fillIn('anamnesis.1', version))],
    ['node', { content: node.content, isExecutable: true }],
    ['licences/node.txt', readPackedFile(join(parts, 'node-license.txt'))],
    // Says that the files below are modules.
    ['program/package.json', fileOf(`${JSON.stringify({ type: 'module', version })}\n`)],
    // Electron's own entry has no use without Electron.
    ...below(
      'program/main',
      readTree(join(root, 'out/main'), (path) => path !== 'index.js'),
    ),
    ...below('program/renderer', readTree(join(root, 'out/renderer'))),
    ...packages.flatMap((each) => [...below(each.path, readPackageFiles(root, each))]),
    ...bundled.flatMap((each) => readLicences(root, each)),
    ...below('docs', readTree(join(root, 'docs'))),
    ...below('resources', readTree(join(root, 'resources'))),
    ...['README.md', 'CHANGELOG.md', 'LICENSE'].map(
      (name) => [name, readPackedFile(join(root, name))] as const,
    ),
    [sbomName, fileOf(sbom)],
  ]);
}

export const sbomName = 'sbom.cdx.json';

/** A file of ours, with what it says of this version. */
export function fillIn(part: 'anamnesis.sh' | 'anamnesis.1', version: string): string {
  return readFileSync(join(parts, part), 'utf8')
    .replaceAll('@VERSION@', version)
    .replaceAll('@GLIBC@', neededGlibc)
    .replaceAll('@GLIBC_MINOR@', neededGlibc.split('.')[1]);
}

/** Of a package whose code lies in our files. @throws Error where it has no text of a licence */
function readLicences(root: string, { path, name }: InstalledPackage) {
  const files = readTree(join(root, path), (file) => /^(licen[cs]e|notice)[^/]*$/i.test(file));
  if (files.size === 0) throw new Error(`${name} brings no text of its licence`);
  return [...files].map(
    ([file, content]) => [`licences/${name.replace('/', '+')}/${file}`, content] as const,
  );
}
