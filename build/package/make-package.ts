import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzipSync, zstdCompress } from 'node:zlib';
import { programVersion } from '#core/base/program-version.ts';
import { writeDeb } from './deb.ts';
import { below, fileOf, isLink, type FileTree } from './file-tree.ts';
import { gatherProgram, sbomName } from './gather-program.ts';
import { checkNativeFiles, neededGlibc } from './native-files.ts';
import { writeTar } from './tar.ts';

/**
 * `npm run package`: the program for Linux x64 as .tar.zst and .deb, with what checks them, in
 * out/package. Without network, from what `npm ci` brought; the same sources give the same bytes.
 */
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'out/package');
const name = 'anamnesis';
const installed = `usr/lib/${name}`;
/** More makes the archives a tenth smaller in ten times the time. */
const compressionLevel = 12;

/** All files get the date of the sources, in seconds since 1970: when they were packed would differ. */
function findDate(): number {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined) return Number(given);
  return Number(
    execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }),
  );
}

async function compress(tree: FileTree, date: number): Promise<Uint8Array> {
  const params = { [constants.ZSTD_c_compressionLevel]: compressionLevel };
  return promisify(zstdCompress)(writeTar(tree, date), { params });
}

/** As Debian lays a program out: in a folder of its own, with a link where commands are looked for. */
function layOutForDebian(program: FileTree): FileTree {
  const manual = program.get('share/man/man1/anamnesis.1');
  if (manual === undefined || isLink(manual)) throw new Error('there is no manual page');
  const copyright = `Apache-2.0: /${installed}/LICENSE\nNode and its parts: /${installed}/licences/node.txt\nOther packages: in their folders below /${installed}/node_modules and /${installed}/licences\n`;
  return new Map([
    ...below(installed, program),
    [`usr/bin/${name}`, { leadsTo: `../lib/${name}/bin/${name}` }],
    [`usr/share/doc/${name}/pages`, { leadsTo: `../../../lib/${name}/docs` }],
    [`usr/share/doc/${name}/copyright`, fileOf(copyright)],
    [`usr/share/man/man1/${name}.1.gz`, fileOf(gzipSync(manual.content, { level: 9 }))],
  ] as const);
}

function put(file: string, content: Uint8Array): string {
  writeFileSync(join(folder, file), content);
  process.stdout.write(`${join('out/package', file)}  ${(content.length / 1e6).toFixed(1)} MB\n`);
  return `${createHash('sha256').update(content).digest('hex')}  ${file}\n`;
}

async function makePackage(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('a package is made on Linux x64, for Linux x64');
  }
  const builder = join(root, 'build/build-window.ts');
  const { status } = spawnSync(process.execPath, [builder, '--if-needed'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the window was not built');

  const date = findDate();
  const program = gatherProgram(root, programVersion, date);
  checkNativeFiles(program);
  const forDebian = layOutForDebian(program);
  const long = `${name}-${programVersion}-linux-x64`;
  const [archive, data] = await Promise.all([
    compress(below(long, program), date),
    compress(forDebian, date),
  ]);
  const deb = writeDeb(
    { tree: forDebian, data },
    {
      name,
      version: programVersion,
      architecture: 'amd64',
      depends: `libc6 (>= ${neededGlibc}), libstdc++6 (>= 11), libgcc-s1`,
      recommends: 'libvulkan1',
      summary: 'adapts language models to clinical text, on this machine alone',
      description:
        'Trains, compares and applies language models on the notes of a hospital, in an\nencrypted workspace, without a connection to anywhere.',
    },
    date,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = program.get(sbomName);
  if (parts === undefined || isLink(parts)) throw new Error('there is no list of parts');
  const sums = [
    put(`${long}.tar.zst`, archive),
    put(`${name}_${programVersion}_amd64.deb`, deb),
    put(`${long}.${sbomName}`, parts.content),
  ];
  put('SHA256SUMS', new TextEncoder().encode(sums.join('')));
}

await makePackage();
