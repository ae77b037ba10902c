import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programVersion } from '#core/base/program-version.ts';
import { findChromium } from '../e2e/find-chromium.ts';

const debFile = `out/package/anamnesis_${programVersion}_amd64.deb`;

/** What the script that starts the program calls; nothing else of the machine is in the root. */
const programs = ['sh', 'getconf', 'readlink', 'dirname'];
/** What the package's `Depends` promise, and what these need. */
const libraries = [
  'ld-linux-x86-64.so.2',
  'libc.so.6',
  'libdl.so.2',
  'libgcc_s.so.1',
  'libm.so.6',
  'libpthread.so.0',
  'librt.so.1',
  'libstdc++.so.6',
];
const needed = ['dpkg', 'unshare', 'chroot', 'mount', 'ip', 'ldd', 'ldconfig'];

/** In namespaces of their own: no network but an own loopback, no process but these. */
const apart = ['--net', '--mount', '--pid', '--fork', '--kill-child'];

/** What this test needs and this machine lacks, in words. */
export function listMissing(): string[] {
  const isThere = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
  return [
    ...(process.getuid?.() === 0 ? [] : ['the rights of root']),
    ...needed.filter((name) => !isThere(name)),
    ...(spawnSync('unshare', [...apart, 'true']).status === 0 ? [] : ['namespaces of its own']),
    ...(existsSync(debFile) ? [] : ['the package: npm run package']),
    ...(findChromium() === null ? ['Chromium: run build/install-system-packages.sh'] : []),
  ];
}

/** A root with the C and C++ libraries, a shell, and the package as dpkg installs it. */
export function installIntoOwnRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'anamnesis-root-'));
  for (const folder of [
    'dev',
    'etc',
    'proc',
    'root',
    'tmp',
    'usr/bin',
    'usr/lib',
    'var/lib/dpkg',
  ]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  const copy = (file: string) => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    cpSync(realpathSync(file), join(root, file), { dereference: true });
  };
  const find = (name: string) =>
    execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  for (const name of programs) {
    const file = find(name);
    for (const library of listLibraries(file)) copy(library);
    cpSync(realpathSync(file), join(root, 'usr/bin', name));
  }
  execFileSync('ln', ['-s', 'usr/bin', join(root, 'bin')]);
  const cache = execFileSync('ldconfig', ['-p'], { encoding: 'utf8' });
  for (const name of libraries) {
    const line = cache.split('\n').find((each) => each.trim().startsWith(`${name} (libc6,x86-64`));
    if (line !== undefined) copy(line.split(' => ')[1]);
  }
  copy('/lib64/ld-linux-x86-64.so.2');
  execFileSync('ldconfig', ['-r', root]);
  // By what is installed here dpkg judges what the package depends on.
  cpSync('/var/lib/dpkg/status', join(root, 'var/lib/dpkg/status'));
  dpkg(root, '--install', debFile);
  return root;
}

/** Returns what it said; throws where it refused. */
export function dpkg(root: string, ...given: readonly string[]): string {
  return execFileSync('dpkg', [`--root=${root}`, '--force-not-root', ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function listLibraries(file: string): string[] {
  const said = spawnSync('ldd', [file], { encoding: 'utf8' }).stdout;
  return [...said.matchAll(/(\/[^ ]+) \(0x/g)].map(([, path]) => path);
}

/**
 * A command line by which a program runs without network, after the root has what programs expect of
 * a system. `chroot root …` within it is the program as it is installed.
 */
export function withoutNetwork(root: string, command: readonly string[]): readonly string[] {
  const script = [
    'set -eu',
    'ip link set lo up',
    `mount -t proc proc "$0/proc"`,
    `mount --rbind /dev "$0/dev"`,
    'exec "$@"',
  ].join('\n');
  return ['unshare', ...apart, 'sh', '-c', script, root, ...command];
}

/** All that the installed program is told of its surroundings. */
export const surroundings = { HOME: '/root', PATH: '/usr/bin:/usr/sbin', LANG: 'C.UTF-8' };

export const installed = (root: string, ...given: readonly string[]): readonly string[] => [
  'chroot',
  root,
  '/usr/bin/anamnesis',
  ...given,
];
