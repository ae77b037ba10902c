import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/**
 * Packs what a bare Linux machine on x86-64 needs for measure.ts: Node, the engine, its packages'
 * libraries and the Vulkan loader of this machine. `node test/bench/gpu/pack.ts [file.tar.xz]`.
 * The card's driver and PyTorch are the other machine's.
 */
const root = resolve(import.meta.dirname, '../../..');
const target = resolve(process.argv[2] ?? join(root, 'out/gpu-bench.tar.xz'));
const sources = ['package.json', 'main/core', 'test/bench'];
const packages = ['onnxruntime-node', 'protobufjs', '@noble/hashes'];
/** Only onnxruntime-node's install script uses these. */
const unused = new Set(['adm-zip', 'global-agent']);
/** The loader, and what drivers of graphics cards ask for although nothing is shown. */
const libraries = [
  'libvulkan.so.1',
  'libGLdispatch.so.0',
  'libEGL.so.1',
  'libGLX.so.0',
  'libX11.so.6',
  'libXext.so.6',
  'libxcb.so.1',
  'libXau.so.6',
  'libXdmcp.so.6',
  'libbsd.so.0',
  'libmd.so.0',
];

function listPackages(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name) || unused.has(name)) continue;
    found.add(name);
    const file = join(root, 'node_modules', name, 'package.json');
    const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    listPackages(Object.keys(dependencies), found);
  }
  return found;
}

/** Libraries by name, as the dynamic linker of this machine finds them. */
function findLibraries(): Map<string, string> {
  const lines = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).split('\n');
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name, path] = /^\s+(\S+) \(libc6,x86-64[^)]*\) => (\S+)$/.exec(line) ?? [];
    if (name && path && !found.has(name)) found.set(name, path);
  }
  return found;
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
  throw new Error('Packs the libraries of this machine: run it on Linux on x86-64.');
}
const staging = mkdtempSync(join(tmpdir(), 'gpu-bench-'));
try {
  for (const source of sources) {
    cpSync(join(root, source), join(staging, source), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts') && basename(path) !== 'results',
    });
  }
  for (const name of listPackages(packages)) {
    cpSync(join(root, 'node_modules', name), join(staging, 'node_modules', name), {
      recursive: true,
      filter: (path) => !/onnxruntime-node\/bin\/napi-v6\/(?!linux(\/x64|$))/.test(path),
    });
  }
  mkdirSync(join(staging, 'libraries'));
  const known = findLibraries();
  for (const name of libraries) {
    const path = known.get(name);
    if (path === undefined) process.stderr.write(`Without ${name}, which is not here.\n`);
    else copyFileSync(path, join(staging, 'libraries', name));
  }
  copyFileSync(process.execPath, join(staging, 'node'));
  chmodSync(join(staging, 'node'), 0o755);
  copyFileSync(join(import.meta.dirname, 'run.sh'), join(staging, 'run.sh'));
  chmodSync(join(staging, 'run.sh'), 0o755);
  mkdirSync(resolve(target, '..'), { recursive: true });
  execFileSync('tar', ['-cJf', target, '-C', staging, '.']);
  if (!existsSync(target)) throw new Error(`${target} was not written.`);
  process.stdout.write(`${target}: unpack it there and run ./run.sh\n`);
} finally {
  rmSync(staging, { recursive: true, force: true });
}
