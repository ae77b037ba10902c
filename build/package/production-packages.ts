import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileTree } from './file-tree.ts';
import { readTree } from './file-tree.ts';

/** A package as it lies in node_modules. */
export interface InstalledPackage {
  /** From the root of the program, for example node_modules/zod. */
  readonly path: string;
  /** Its own, where package.json of the program gives it another. */
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Of its archive in the registry, as package-lock.json has it; null where it has none. */
  readonly integrity: string | null;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;

/**
 * What packages need for their installation or their types alone, and is never loaded: a program
 * that talks to nobody shall not carry what reads proxies, either.
 */
const neverLoaded: Readonly<Partial<Record<string, readonly string[]>>> = {
  'better-sqlite3-multiple-ciphers': ['node-addon-api'],
  'onnxruntime-node': ['adm-zip', 'global-agent'],
  protobufjs: ['@types/node'],
};

export function describePackage(root: string, path: string): InstalledPackage {
  const { name, version, license } = readJson(join(root, path, 'package.json')) as Manifest;
  const lock = readJson(join(root, 'package-lock.json')) as {
    packages: Record<string, { integrity?: string } | undefined>;
  };
  const integrity = lock.packages[path]?.integrity ?? null;
  return { path, name, version, licence: license ?? 'unknown', integrity };
}

/** All packages that run with the program, in the order of their paths. */
export function findProductionPackages(root: string): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const visit = (from: string) => {
    const manifest = readJson(join(root, from, 'package.json')) as Manifest;
    const left = neverLoaded[manifest.name] ?? [];
    const { dependencies = {}, optionalDependencies = {} } = manifest;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (left.includes(name)) continue;
      const path = findInstalled(root, from, name);
      // npm left it out: it is for another system.
      if (path === null && name in optionalDependencies) continue;
      if (path === null) throw new Error(`${name} is not installed; run npm ci`);
      if (found.has(path)) continue;
      found.set(path, describePackage(root, path));
      visit(path);
    }
  };
  visit('');
  return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** As Node finds a package: beside whoever asks, or further up. */
function findInstalled(root: string, from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const at = folder === '.' ? '' : folder;
    const path = [at, 'node_modules', name].filter((part) => part !== '').join('/');
    if (existsSync(join(root, path, 'package.json'))) return path;
    if (at === '') return null;
  }
}

/** Left out of single packages. */
const unneededFiles: Readonly<Partial<Record<string, RegExp>>> = {
  '@expo-google-fonts/libertinus-mono': /^(?!400Regular\/|package\.json$|.*LICEN[CS]E)/,
  '@expo-google-fonts/libertinus-serif': /^(?!(400Regular|700Bold)\/|package\.json$|.*LICEN[CS]E)/,
  // What it was compiled from, and what it is for elsewhere.
  'better-sqlite3-multiple-ciphers':
    /^(deps|src)\/|^binding\.gyp$|^prebuilds\/(?!linux-x64\.node$)/,
  // Its JavaScript lies beside what it was compiled from; without it the direct library is lost.
  koffi: /^(doc|vendor|lib)\/|^src\/.*(?<!js)$|^cnoke\.cjs$/,
  '@koromix/koffi-linux-x64': /^musl_x64\//,
  'onnxruntime-node': /^script\/|^bin\/(?!napi-v6\/linux\/x64\/)/,
};

/** Read by compilers and people who look for faults in the package. */
const usuallyUnneeded = /\.(d\.[cm]?ts|map|ts|md|markdown|png)$|(^|\/)(tests?|\.github)\//i;
const licenceText = /(^|\/)(licen[cs]e|copying|notice)[^/]*$/i;

/** The files of a package that run, and its licence. */
export function readPackageFiles(root: string, { path, name }: InstalledPackage): FileTree {
  const unneeded = unneededFiles[name];
  return readTree(join(root, path), (file) => {
    // Another package, with a line of its own.
    if (file.startsWith('node_modules/')) return false;
    if (unneeded?.test(file) === true) return false;
    return licenceText.test(file) || !usuallyUnneeded.test(file);
  });
}
